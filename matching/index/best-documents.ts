/** The best documents of one search, better first; owned by the index and overwritten by its next search. */
export interface BestDocuments {
  readonly count: () => number;
  readonly documents: Int32Array;
  readonly scores: Float64Array;
}

interface Collector extends BestDocuments {
  readonly begin: (limit: number) => void;
  readonly offer: (document: number, score: number) => void;
}

/** More than any search asks for. */
const ROOM = 256;

/** Keeps the best of what is offered: higher score first, equal scores by smaller number, whatever the order. */
export const bestDocuments = (): Collector => {
  const documents = new Int32Array(ROOM);
  const scores = new Float64Array(ROOM);
  let limit = 0;
  let count = 0;
  return {
    documents,
    scores,
    count: () => count,
    begin: (most) => {
      if (most < 1 || most > ROOM) throw new RangeError(`a search finds 1 to ${ROOM} documents, not ${most}`);
      limit = most;
      count = 0;
    },
    offer: (document, score) => {
      let at = count;
      if (count === limit) {
        const last = scores[limit - 1] as number;
        if (score < last || (score === last && document > (documents[limit - 1] as number))) return;
        at = limit - 1;
      } else count += 1;
      while (at > 0) {
        const above = scores[at - 1] as number;
        if (above > score || (above === score && (documents[at - 1] as number) < document)) break;
        scores[at] = above;
        documents[at] = documents[at - 1] as number;
        at -= 1;
      }
      scores[at] = score;
      documents[at] = document;
    },
  };
};
