import type { Preview } from '@storybook/react-vite';
import { lazy, StrictMode, Suspense } from 'react';
import '@triage-ai/s3-attachments/styles.css';
import { configure } from 'storybook/test';
import { themes } from 'storybook/theming';
import './preview.css';
import { serveBackend } from './serveBackend.ts';

// A story's own backend signs and encrypts for real, on whatever machine this is.
configure({ asyncUtilTimeout: 5000 });

// Only who reads a page of the book loads what it is made of.
const WidgetPage = lazy(() => import('../stories/book/WidgetPage.tsx'));

const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    controls: { expanded: true },
    docs: {
      theme: themes[scheme],
      page: () => (
        <Suspense fallback={null}>
          <WidgetPage />
        </Suspense>
      ),
      // Each story has a backend of its own, which a page can have one of.
      story: { inline: false, height: '420px' },
      codePanel: false,
    },
    options: {
      storySort: {
        order: [
          'Book',
          [
            'Getting started',
            'The settings tab',
            'The composer',
            'Headless',
            'Theming',
            'Translating',
            'Hosting the backend',
            'Security model',
            'What the set-up opens up',
            'Troubleshooting',
            'Report',
          ],
          'S3SettingsPanel',
          'AttachmentUploader',
          'AttachmentList',
          'UploadFailureAlert',
        ],
      },
    },
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
  initialGlobals: { scheme, direction: 'ltr' },
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
};

export default preview;
