import { type Contributions, type Get, Point } from '@app/platform/feature';

/** A kind of past fact, with the name it has on the wire: `discussions.thread-opened`. */
export interface EventType<Payload> {
  readonly name: string;
  readonly payload?: Payload;
}

/** Declares a kind of event. The payload holds ids and plain facts, never a secret. */
export function event<Payload extends object>(name: string): EventType<Payload> {
  return { name };
}

export interface HappenedEvent<Payload = unknown> {
  id: string;
  name: string;
  payload: Payload;
  at: Date;
}

/**
 * Somebody who wants to hear of events. It gets them in batches, inside one transaction, and may get the same
 * event twice: what it does must come out the same.
 */
export interface Listener {
  readonly name: string;
  /** Names of events; a function where they follow from what other features contribute. */
  readonly hears: readonly string[] | ((contributions: Contributions) => readonly string[]);
  readonly run: (get: Get, events: HappenedEvent[]) => Promise<void>;
}

export const listeners = new Point<Listener>('events.listeners');

/** Declares a listener for one kind of event; `run` gets a batch of up to 100, oldest first. */
export function listener<Payload>(name: string, type: EventType<Payload>, run: (get: Get, events: HappenedEvent<Payload>[]) => Promise<void>): Listener {
  return { name, hears: [type.name], run: run as Listener['run'] };
}

/** As {@link listener}, for someone who hears several kinds whose payloads have something in common. */
export function listenerTo<Payload>(name: string, types: EventType<Payload>[], run: (get: Get, events: HappenedEvent<Payload>[]) => Promise<void>): Listener {
  return { name, hears: types.map((type) => type.name), run: run as Listener['run'] };
}

/** A message for those who follow a room right now; nothing is lost when nobody does. */
export interface LiveMessage {
  room: string;
  kind: string;
  [key: string]: string | number | boolean | null;
}

export interface LiveRule {
  readonly hears: string;
  readonly messages: (event: HappenedEvent) => LiveMessage[];
}

export const liveRules = new Point<LiveRule>('events.live');

/** Declares which rooms hear of an event at once. Messages carry ids and numbers; words are fetched under the reader's own rights. */
export function live<Payload>(type: EventType<Payload>, messages: (event: HappenedEvent<Payload>) => LiveMessage[]): LiveRule {
  return { hears: type.name, messages: messages as LiveRule['messages'] };
}
