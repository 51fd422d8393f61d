// The command line: node dist/apps/teg/src/main.js WORD ... (npm run -s teg -- WORD ...).
// A word is loaded when it is asked for: scripts call this hundreds of times, so starting costs no more than the word needs.
import { runWord } from './run-word.js';

// Whoever reads our output may stop reading (`| head`): that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runWord(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
