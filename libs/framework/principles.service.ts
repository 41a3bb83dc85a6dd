import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
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
    return this.db.of(Principle).find({ order: { number: 'ASC' } });
  }

  byNumbers(numbers: readonly number[]): Promise<Principle[]> {
    return this.db.of(Principle).find({ where: { number: In([...numbers]) }, order: { number: 'ASC' } });
  }

  tenets(): Promise<Tenet[]> {
    return this.db.of(Tenet).find({ order: { number: 'ASC' } });
  }

  topics(): Promise<Topic[]> {
    return this.db.of(Topic).find({ order: { position: 'ASC' } });
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
