import { Reader } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type DrawCadence, usualCadence } from '../draws/draw-cadence.js';

/** How often each oversight body draws, of which services how many. */
@Injectable()
export class DrawCadences {
  constructor(private readonly reader: Reader) {}

  async all(): Promise<ReadonlyMap<string, DrawCadence>> {
    const rows = await this.reader.outside<{ oversight: string; cadence: DrawCadence | null }>(
      'select oversight, cadence from teg.draw_cadences()',
    );
    const services = await this.reader.outside<{ code: string }>(
      "select code from teg.organisation where kind = 'yjs' order by code",
    );
    const usual = usualCadence(services.map(({ code }) => code));
    return new Map(rows.map(({ oversight, cadence }) => [oversight, cadence ?? usual]));
  }
}
