/**
 * A stored operation of the hub: `schema/operations/<name>.graphql`. Its comment says for whom it is, what it is
 * called and what it answers: “# 门户开发者：按词语检索各级事项”.
 * @typedef {{ name: string, text: string, user: string, title: string, explanation: string }} StoredOperation
 */

/** @type {Promise<ReadonlyMap<string, StoredOperation>> | undefined} */
let loaded;

/** Every stored operation by name; the page itself asks nothing else. Read once, and again after a failure. */
export function storedOperations() {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load() {
  const response = await fetch('/operations.json');
  if (!response.ok) throw new Error(`/operations.json: ${response.status}`);
  /** @type {{ name: string, text: string }[]} */
  const documents = await response.json();
  return new Map(documents.map((document) => [document.name, described(document)]));
}

/** @param {{ name: string, text: string }} document @returns {StoredOperation} */
function described({ name, text }) {
  const comment = /^(?:#.*\n)*/u.exec(text)?.[0].replace(/^#\s*/gmu, '').trim() ?? '';
  const [heading = name, ...sentences] = comment.split('\n');
  const [user = '', title = name] = heading.split('：', 2);
  return { name, text, user, title, explanation: sentences.join('') };
}

/**
 * The text of one stored operation.
 * @param {string} name
 */
export async function operationText(name) {
  const operation = (await storedOperations()).get(name);
  if (operation === undefined) throw new Error(`no stored operation ${name}`);
  return operation.text;
}
