import type { Feature } from '@app/platform/feature';
import { CreateProcessInstance1700000000060 } from './migrations/1700000000060-create-process-instance.js';

export const processesFeature: Feature = {
  name: 'platform/processes',
  migrations: [CreateProcessInstance1700000000060],
};
