import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@app/people';
import { CaptionFilmInput, ClearFileInput, RemoveCaptionsInput, SentFile, SentFileResult, SetCaptionsLanguageInput } from './resource-file.types.js';
import { ResourceFiles, type SentFileView } from './resource-files.service.js';
import type { ResourceView } from './resources.queries.js';
import { ResourceResult } from './resources.types.js';

@Resolver()
export class ResourceFilesResolver {
  constructor(private readonly files: ResourceFiles) {}

  @Query(() => SentFile, { nullable: true, description: 'A file that you have sent; null for what is not there or another’s.' })
  sentFile(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'What the upload answered.' }) id: string): Promise<SentFileView | null> {
    return this.files.sent(viewer, id);
  }

  @Mutation(() => SentFileResult, { description: 'Says that what was found in a file is no data of pupils, so that others can fetch it. Twice is once.' })
  clearFile(@CurrentViewer() viewer: Viewer, @Args('input') input: ClearFileInput): Promise<SentFileView> {
    return this.files.clear(viewer, input.fileId);
  }

  @Mutation(() => ResourceResult, { description: 'Gives the film of a resource its captions.' })
  captionFilm(@CurrentViewer() viewer: Viewer, @Args('input') input: CaptionFilmInput): Promise<ResourceView> {
    return this.files.caption(viewer, input.resourceId, input.captionsFileId, input.language ?? undefined);
  }

  @Mutation(() => ResourceResult, { description: 'Mends the language that the captions of a film are said to be in. Twice is once.' })
  setCaptionsLanguage(@CurrentViewer() viewer: Viewer, @Args('input') input: SetCaptionsLanguageInput): Promise<ResourceView> {
    return this.files.captionsLanguage(viewer, input.resourceId, input.language);
  }

  @Mutation(() => ResourceResult, { description: 'Takes the captions of a film away.' })
  removeCaptions(@CurrentViewer() viewer: Viewer, @Args('input') input: RemoveCaptionsInput): Promise<ResourceView> {
    return this.files.uncaption(viewer, input.resourceId);
  }
}
