import { openFirefox } from '../support/openFirefox.ts';
import { journeyIn } from './journeyIn.ts';

journeyIn(openFirefox);
