export { type Config, ConfigError, configSchema, describeConfig, loadConfig, publicUrl } from './config.js';
