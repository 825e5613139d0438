import type { NextConfig } from 'next';

const config: NextConfig = {
  // PGlite finds its database beside its own file.
  serverExternalPackages: ['@electric-sql/pglite'],
};

export default config;
