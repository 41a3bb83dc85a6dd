import { Readable } from 'node:stream';
import { Files } from '@app/platform/files';
import type { Chapter } from '@app/platform/story';
import { Resources } from '../resources.service.js';
import { demoResources } from './shelf.js';

/** What the demo's districts have put into the library in the last weeks. Later chapters recall `resource:KEY`. */
export const libraryChapter: Chapter = {
  name: 'resources: the library',
  tell: async (get, story) => {
    const [resources, files] = [get(Resources), get(Files)];
    for (const { key, by, from, daysAgo, audience, usefulTo, thing, ...words } of demoResources) {
      const [authorId, organizationId] = [await story.recall(`person:${by}`), await story.recall(`organization:${from}`)];
      const file = 'bytes' in thing ? await files.receive(authorId, thing.name, Readable.from([thing.bytes()])) : null;
      const id = await resources.postFor({
        ...words,
        form: file ? 'file' : 'url' in thing ? 'link' : 'text',
        body: 'body' in thing ? thing.body : null,
        url: 'url' in thing ? thing.url : null,
        fileId: file?.id ?? null,
        audience: audience === 'team' ? `team:${organizationId}` : audience,
        organizationId,
        authorId,
        at: story.ago({ days: daysAgo }),
      });
      for (const { person, team, daysAgo: praisedAgo } of usefulTo ?? []) {
        await resources.praise(id, await story.recall(`organization:${team}`), await story.recall(`person:${person}`), story.ago({ days: praisedAgo }));
      }
      await story.remember(`resource:${key}`, id);
    }
  },
};
