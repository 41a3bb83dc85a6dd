import type { Provider } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

export type Class<T = object> = new (...args: never[]) => T;

/**
 * A place where a lower lib receives things from the features above it: digests receive sections, search receives
 * sources. The lower lib declares the point; a feature fills it; neither knows the other.
 */
export class Point<Item> {
  constructor(readonly name: string) {}

  with(...items: Item[]): Contribution {
    return { point: this as Point<unknown>, items };
  }
}

/** Finds a service of the running process by its class. */
export type Get = <T>(service: abstract new (...args: never[]) => T) => T;

export interface Contribution {
  point: Point<unknown>;
  items: readonly unknown[];
}

/** One feature of the product: the tables it owns, the verbs it offers and what it contributes to the shared services. */
export interface Feature {
  name: string;
  entities?: Class[];
  migrations?: Class<MigrationInterface>[];
  /** Services and whatever else both processes need; visible to every feature listed later. */
  providers?: Provider[];
  /** GraphQL resolvers and other things that only the api process needs. */
  api?: Provider[];
  contributes?: Contribution[];
}

/** All contributions of the features in force, by point. Inject it to read a point. */
export class Contributions {
  constructor(private readonly features: readonly Feature[]) {}

  of<Item>(point: Point<Item>): Item[] {
    return this.features
      .flatMap((feature) => feature.contributes ?? [])
      .filter((contribution) => contribution.point.name === point.name)
      .flatMap((contribution) => contribution.items as readonly Item[]);
  }
}
