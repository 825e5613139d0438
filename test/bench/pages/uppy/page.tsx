import { FilesList, UppyContextProvider, useFileInput } from '@uppy/react';
import '@uppy/react/css/style.css';
import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import type { Config } from '../shared/Config.ts';
import { countOff, startBench } from '../shared/startBench.ts';
import { createUppy } from './createUppy.ts';

function Picker() {
  const { getInputProps } = useFileInput(useMemo(() => ({ multiple: true }), []));
  return <input {...getInputProps()} />;
}

function counted(config: Config, files: number) {
  const uppy = createUppy(config);
  const { done, add } = countOff(files);
  uppy.on('upload-success', () => add(true));
  uppy.on('upload-error', () => add(false));
  return { uppy, done };
}

startBench({
  show(root, config) {
    const { uppy, done } = counted(config, config.files);
    // Its React components take an Uppy of any body.
    const shown = uppy as unknown as Parameters<typeof UppyContextProvider>[0]['uppy'];
    createRoot(root).render(
      <UppyContextProvider uppy={shown}>
        <Picker />
        <FilesList />
      </UppyContextProvider>,
    );
    return done;
  },
  send(files, config) {
    const { uppy, done } = counted(config, files.length);
    uppy.addFiles(files.map((file) => ({ name: file.name, type: file.type, data: file })));
    return done;
  },
  isPainted: (files) => document.querySelectorAll('[data-uppy-element=files-list] > li').length === files,
});
