// @ts-check
import { createConfig } from './createConfig.js';

export default createConfig('diagnosis', ['src/diagnosis/**/*.ts']);
