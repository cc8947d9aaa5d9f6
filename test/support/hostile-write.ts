import { writeHostileFiles } from './hostile-files.ts';

// A process of its own: what making the files takes is not to be counted with what reading them takes.
writeHostileFiles(process.argv[2] ?? '');
