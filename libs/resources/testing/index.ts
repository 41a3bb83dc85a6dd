import type { Get } from '@app/platform/feature';
import { Resources, type ResourceToPost } from '../resources.service.js';

/** A text in the library by somebody for their team; answers its id. */
export function aResource(house: { get: Get }, by: { organizationId: string; authorId: string; at?: Date }, about: Partial<ResourceToPost> = {}): Promise<string> {
  return house.get(Resources).postFor({ form: 'text', title: 'A resource', summary: '', body: 'Words', audience: 'members', ...about, ...by });
}
