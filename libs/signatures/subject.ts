import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Contributions, type Get, Point } from '@app/platform/feature';
import type { ActFacts } from './signatures.events.js';

/** A kind of thing that is signed jointly, declared by the feature whose thing it is: signatures knows none of them. */
export interface ActSubject {
  /** As it stands in `joint_act.subject_kind`: `statement`, `plan`. */
  kind: string;
  /** Where the thing itself stands; null when it is gone. Whoever may read the act may be told this path. */
  pathOf: (get: Get, subjectId: string) => Promise<string | null>;
  /** What follows when all have signed, in the transaction of the last signature: what it throws undoes that signature. */
  completed?: (get: Get, act: ActFacts) => Promise<void>;
  /** What follows when a signer ends a complete act, in that transaction. */
  ended?: (get: Get, act: ActFacts) => Promise<void>;
}

export const actSubjects = new Point<ActSubject>('signatures.subjects');

/** Tells the features what became of their acts. */
@Injectable()
export class ActSubjects {
  private readonly byKind: Map<string, ActSubject>;
  private readonly get: Get;

  constructor(contributions: Contributions, modules: ModuleRef) {
    this.byKind = new Map(contributions.of(actSubjects).map((subject) => [subject.kind, subject]));
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Null for a kind whose feature is gone. */
  async pathOf(kind: string, subjectId: string): Promise<string | null> {
    return (await this.byKind.get(kind)?.pathOf(this.get, subjectId)) ?? null;
  }

  async completed(act: ActFacts): Promise<void> {
    await this.byKind.get(act.subjectKind)?.completed?.(this.get, act);
  }

  async ended(act: ActFacts): Promise<void> {
    await this.byKind.get(act.subjectKind)?.ended?.(this.get, act);
  }
}
