import { Reader } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type Place } from '../referral/places.js';

/** The forces and youth justice services there are. Reference data that names nobody's child. */
@Injectable()
export class Places {
  constructor(private readonly reader: Reader) {}

  all(): Promise<readonly Place[]> {
    return this.reader.outside<Place>(
      `select code, kind, name_en as "nameEn", name_cy as "nameCy", prefix, serves, stations from teg.organisation where kind in ('force', 'yjs') order by code`,
    );
  }
}
