// @ts-check
import { createConfig } from './createConfig.js';

export default createConfig('engine', ['src/engine/**/*.ts']);
