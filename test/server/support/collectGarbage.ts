import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Has Node let go at once of what nothing holds, as it does by itself some time. */
export const collectGarbage = runInNewContext('gc') as () => void;
