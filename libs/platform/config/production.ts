/**
 * Libraries ask the environment, not our settings: React writes mail several times slower unless it hears that this is
 * production. It is, unless somebody says otherwise, as in the settings.
 */
process.env.NODE_ENV ??= 'production';
