export { SecretKey } from './secret-key.js';
export { secretsFeature } from './secrets.feature.js';
