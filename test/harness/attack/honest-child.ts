import { type HonestRequest, startHonestLoad } from './honest-load.ts';

/** Asks honestly in a process of its own, so that it takes no turn from the attacker. */
type Message =
  | { readonly kind: 'BEGIN'; readonly url: string; readonly requests: readonly HonestRequest[] }
  | { readonly kind: 'LAP' }
  | { readonly kind: 'END' };

let load: ReturnType<typeof startHonestLoad> | undefined;

process.on('message', async (message: Message) => {
  if (message.kind === 'BEGIN') load = startHonestLoad(message.url, message.requests);
  if (message.kind === 'LAP') process.send?.(load?.lap());
  if (message.kind !== 'END') return;
  await load?.end();
  process.disconnect();
});
process.on('disconnect', () => process.exit());
