import './production.js';
export { type Config, ConfigError, configSchema, describeConfig, loadConfig, publicUrl } from './config.js';
export { believes, type Proxies } from './proxies.js';
export { type Bucket, bucketIn } from './s3-url.js';
export { secretsOf } from './secrets-of.js';
