import { version as domVersion } from 'react-dom';
import { version as serverVersion } from 'react-dom/server';
import { version } from 'react';
import { expect, it } from 'vitest';

// A second copy would show in every other test: React 18 refuses the elements and the hooks of React 19.
it('is React 18.2 that these tests run on, the oldest that the package allows', () => {
  expect([version, domVersion, serverVersion]).toEqual(['18.2.0', '18.2.0', '18.2.0']);
});
