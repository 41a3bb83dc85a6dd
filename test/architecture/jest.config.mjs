import { fileURLToPath } from 'node:url';
import whole from '../../jest.config.mjs';

// These specs read the sources only: no database is started for them.
const { globalSetup: _setup, globalTeardown: _teardown, ...settings } = whole;
export default { ...settings, rootDir: fileURLToPath(new URL('../..', import.meta.url)), roots: ['<rootDir>/test/architecture'] };
