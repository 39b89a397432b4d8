import { records } from '../command.ts';

/* `kelisim records …` straight from the sources, so that tests need no build. */
records(process.argv.slice(2)).catch((cause: Error) => {
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
});
