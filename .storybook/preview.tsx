import type { Preview } from '@storybook/react-vite';
import { StrictMode } from 'react';
import '@triage-ai/s3-attachments/styles.css';
import { configure } from 'storybook/test';
import './preview.css';
import { serveBackend } from './serveBackend.ts';

// A story's own backend signs and encrypts for real, on whatever machine this is.
configure({ asyncUtilTimeout: 5000 });

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'light', direction: 'ltr' },
  loaders: [serveBackend],
  decorators: [
    (Story, { globals }) => (
      <StrictMode>
        <div className="story" dir={globals.direction} data-scheme={globals.scheme}>
          <Story />
        </div>
      </StrictMode>
    ),
  ],
  tags: ['autodocs'],
};

export default preview;
