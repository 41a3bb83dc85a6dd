import { Injectable } from '@nestjs/common';
import { Database, isId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Examiner, fileOwner, Files, type FileGate, type FileReading, type Finding, gateOf, Scanner, type StoredFile } from '@app/platform/files';
import { Conflict, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { USUAL_LANGUAGE } from './contract/languages.js';
import { ResourceChanged } from './resources.events.js';
import { ResourceReads, type ResourceView } from './resources.queries.js';

export interface SentFileView {
  id: string;
  name: string;
  ending: string;
  size: number;
  gate: FileGate;
  reading: FileReading;
  cut: boolean;
  advice: string[];
  findings: Finding[];
}

/** Whoever may read a resource may fetch its file; whoever may change it gets it before the others. */
export const resourceFiles = fileOwner<Viewer>(
  'resource',
  (get, viewer, id) => get(ResourceReads).mayRead(viewer, id),
  async (get, viewer, id) => (await get(ResourceReads).find(viewer, id))?.viewerCan.edit === true,
);

/** What the people behind a file see of it and do about it: before it is shared, and after. */
@Injectable()
export class ResourceFiles {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly files: Files,
    private readonly examiner: Examiner,
    private readonly scanner: Scanner,
    private readonly reads: ResourceReads,
  ) {}

  /** A file of one's own; null for everything else. */
  async sent(viewer: Viewer, fileId: string): Promise<SentFileView | null> {
    const file = isId(fileId) ? await this.files.find(fileId) : null;
    return file?.uploadedBy === viewer.accountId ? this.viewOf(file) : null;
  }

  /** Takes somebody's word that a file holds no data of pupils; from then on others get it. */
  async clear(viewer: Viewer, fileId: string): Promise<SentFileView> {
    return this.db.transaction(async () => {
      const file = await this.files.find(fileId);
      if (!file || !(await this.speaksFor(viewer, file))) throw new NotAllowed();
      await this.examiner.clear(fileId, viewer.accountId);
      return this.viewOf((await this.files.find(fileId)) ?? file);
    });
  }

  /** Gives the film of a resource its captions. */
  async caption(viewer: Viewer, resourceId: string, captionsFileId: string, language = USUAL_LANGUAGE): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const resource = await this.reads.find(viewer, resourceId);
      if (!resource?.viewerCan.edit) throw new NotAllowed();
      if (resource.file?.ending !== 'mp4') throw new Conflict('Only a film has captions. This resource is something else by now.');
      await this.files.caption(viewer.accountId, resource.file.id, captionsFileId, language, { kind: 'resource', id: resourceId, chargedTo: resource.owner.id });
      await this.events.publish(ResourceChanged, { resourceId });
      return (await this.reads.find(viewer, resourceId)) ?? resource;
    });
  }

  /** Mends the language of a film's captions, which stay. */
  captionsLanguage(viewer: Viewer, resourceId: string, language: string): Promise<ResourceView> {
    return this.withCaptions(viewer, resourceId, (filmId, of) => this.files.captionsLanguage(filmId, of, language));
  }

  /** Takes the captions of a film away. */
  uncaption(viewer: Viewer, resourceId: string): Promise<ResourceView> {
    return this.withCaptions(viewer, resourceId, (filmId, of) => this.files.uncaption(filmId, of));
  }

  /** Changes captions that are there; `change` answers whether they were. */
  private async withCaptions(viewer: Viewer, resourceId: string, change: (filmId: string, of: { kind: string; id: string }) => Promise<boolean>): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const resource = await this.reads.find(viewer, resourceId);
      if (!resource?.viewerCan.edit) throw new NotAllowed();
      if (!resource.file || !(await change(resource.file.id, { kind: 'resource', id: resourceId }))) throw new Conflict('This video has no captions any more.');
      await this.events.publish(ResourceChanged, { resourceId });
      return (await this.reads.find(viewer, resourceId)) ?? resource;
    });
  }

  private async speaksFor(viewer: Viewer, file: StoredFile): Promise<boolean> {
    if (file.uploadedBy === viewer.accountId) return true;
    if (file.attachedKind !== 'resource' || !file.attachedId) return false;
    return (await this.reads.find(viewer, file.attachedId))?.viewerCan.edit === true;
  }

  private viewOf(file: StoredFile): SentFileView {
    const cleared = file.clearedAt !== null;
    return {
      id: file.id,
      name: file.originalName,
      ending: file.ending,
      size: file.size,
      gate: gateOf({ ...file, cleared }, this.scanner.isThere),
      reading: file.reading,
      cut: file.cut,
      advice: file.advice,
      findings: cleared ? [] : file.findings,
    };
  }
}
