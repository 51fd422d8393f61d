import { Ledger, machine, Reader, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { recounted } from '../../clocks/recounted.js';

/** How many files had clocks, and on how many a due day moved. */
export type Recount = { readonly files: number; readonly moved: number };

const pageSize = 500;
const beforeTheFirst = '00000000-0000-0000-0000-000000000000';

/**
 * Counts every open clock again with the calendar in force, file by file, as the machine: it learns ids of files and nothing else of
 * them. Asked twice it finds nothing to move, so a job may call it again after a crash.
 */
@Injectable()
export class RecountClocks {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(): Promise<Recount> {
    let [files, moved, after] = [0, 0, beforeTheFirst];
    for (;;) {
      const page = await this.reader.aside(machine, (query) =>
        query<{ stream: string }>('select stream from teg.files_with_open_clocks($1, $2)', [after, pageSize]),
      );
      for (const { stream } of page) {
        const outcome = await this.ledger.write<null>(machine, { of: [{ id: stream }] }, ([file], context) =>
          file ? recounted(file, context) : refused('notFound'),
        );
        files += 1;
        if (outcome.ok) moved += 1;
      }
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return { files, moved };
      after = last.stream;
    }
  }
}
