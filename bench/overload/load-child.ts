import { type LoadPlan, putLoad } from './load.ts';

/** Puts load in a process of its own, so that it takes no turn from who measures. */
process.on('message', async (plan: LoadPlan) => {
  const seen = await putLoad(plan);
  const { user, system } = process.cpuUsage();
  process.send?.({ seen, processor: (user + system) / 1e6 }, () => process.disconnect());
});
