/** Where progress is written: a terminal redraws one line, anything else gets a line now and then. */
export type Bar = { readonly show: (share: number, words: string) => void; readonly end: () => void };

const cells = 30;

/** Where nobody sees a line being redrawn, a plain line stands there for each tenth. */
export function progressBar(write: (text: string) => void, isTerminal: boolean): Bar {
  let shown = '';
  let tenth = -1;
  return {
    show: (share, words) => {
      const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
      if (!isTerminal) {
        if (Math.floor(share * 10) === tenth) return;
        tenth = Math.floor(share * 10);
        write(`${percent} ${words}\n`);
        return;
      }
      const full = Math.floor(share * cells);
      const line = `[${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${percent} ${words}`;
      if (line === shown) return;
      write(`\r${line.padEnd(shown.length)}`);
      shown = line;
    },
    end: () => {
      if (isTerminal && shown !== '') write('\n');
    },
  };
}
