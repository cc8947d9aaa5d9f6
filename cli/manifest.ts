import type { DemoManifest } from '../demo/manifest.ts';

/** The files in the order to import them: lists before guides, so that guides find their items. */
export const importOrder = (manifest: DemoManifest): DemoManifest['files'] => [
  ...manifest.files.filter((entry) => entry.kind !== 'GUIDE'),
  ...manifest.files.filter((entry) => entry.kind === 'GUIDE'),
];
