import { ModuleRef } from '@nestjs/core';
import { Database, newId } from '@app/platform/database';
import { type EventType, event } from '@app/platform/events';
import { Contributions, type Get } from '@app/platform/feature';
import { feed, type SearchDraft, searchSources } from '@app/platform/search';
import { SearchIndex } from '../search-index.service.js';

export const ShelfChanged: EventType<{ id: string }> = event<{ id: string }>('shelf.changed');

/** Things that can be found, held in memory, and an index of their own that reads them. */
export class Shelf {
  readonly index: SearchIndex;
  private readonly things = new Map<string, SearchDraft>();
  reads = 0;

  constructor(get: Get, kind = 'lesson', weight = 1) {
    const source = {
      kind,
      weight,
      feeds: [feed(ShelfChanged, ({ id }) => [id])],
      read: async (_get: Get, ids: string[]) => {
        this.reads++;
        return ids.flatMap((id) => this.things.get(id) ?? []);
      },
      all: async () => [...this.things.keys()],
    };
    this.index = new SearchIndex(get(Database), new Contributions([{ name: 'shelf', contributes: [searchSources.with(source)] }]), get(ModuleRef));
  }

  /** Puts a thing on the shelf and into the index. */
  async put(title: string, about: Partial<SearchDraft> = {}): Promise<string> {
    const id = about.id ?? newId();
    this.things.set(id, { id, title, body: '', audience: 'public', path: `/lessons/${id}`, at: new Date(), ...about });
    await this.hear(id);
    return id;
  }

  /** On the shelf, but nobody has told the index. */
  hide(title: string, about: Partial<SearchDraft> = {}): string {
    const id = newId();
    this.things.set(id, { id, title, body: '', audience: 'public', path: `/lessons/${id}`, at: new Date(), ...about });
    return id;
  }

  async take(id: string): Promise<void> {
    this.things.delete(id);
    await this.hear(id);
  }

  /** Without telling the index. */
  forget(id: string): void {
    this.things.delete(id);
  }

  hear(id: string): Promise<void> {
    return this.index.hear([{ id: newId(), name: ShelfChanged.name, payload: { id }, at: new Date() }]);
  }
}
