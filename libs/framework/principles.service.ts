import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Principle } from './principle.entity.js';
import { Tenet } from './tenet.entity.js';
import { Topic } from './topic.entity.js';
import { type PurposeWords, vocabulary } from './vocabulary.js';

/** The shared vocabulary: what the community means by a principle, a tenet and a topic. */
@Injectable()
export class Principles {
  constructor(private readonly db: Database) {}

  all(): Promise<Principle[]> {
    return this.db.rowsOf(Principle, 'order by t.number');
  }

  byNumbers(numbers: readonly number[]): Promise<Principle[]> {
    return this.db.rowsOf(Principle, 'where t.number = any($1::int[]) order by t.number', [numbers]);
  }

  tenets(): Promise<Tenet[]> {
    return this.db.rowsOf(Tenet, 'order by t.number');
  }

  topics(): Promise<Topic[]> {
    return this.db.rowsOf(Topic, 'order by t.position');
  }

  purpose(): PurposeWords {
    return vocabulary.purpose;
  }

  /** Writes the vocabulary into its tables; laying it again changes only what was reworded. */
  async lay(): Promise<void> {
    await this.db.of(Principle).upsert([...vocabulary.principles], ['number']);
    await this.db.of(Tenet).upsert([...vocabulary.tenets], ['number']);
    await this.db.of(Topic).upsert(vocabulary.topics.map((topic, at) => ({ ...topic, position: at + 1 })), ['slug']);
  }
}
