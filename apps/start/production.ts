/** Libraries ask the environment, not our settings: React writes mail several times slower unless it hears that this is production. Imported before all else. */
process.env.NODE_ENV ??= 'production';
