import { it } from 'vitest';
import { hasWebKit, openWebKit } from '../support/openWebKit.ts';
import { journeyIn } from './journeyIn.ts';

if (hasWebKit) journeyIn(openWebKit);
else it.skip('runs where WebKitGTK is: `npm run test:webkit` installs it on Debian', () => {});
