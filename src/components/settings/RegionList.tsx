'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { type RefObject, useLayoutEffect } from 'react';
import { type Region, regions } from '../../guide/index.ts';
import { Icon } from '../primitives/Icon.tsx';
import type { RegionInputProps, Selected } from './RegionInput.tsx';

/** Props of the region's input with its list. */
export interface RegionListProps extends Omit<RegionInputProps, 'keep' | 'onAsk'> {
  open: boolean;
  /** The regions that are offered. */
  shown: readonly Region[];
  /** The field, where the list stands. */
  root: RefObject<HTMLDivElement | null>;
  /** What was selected in the input before, if that had the focus. */
  takeKept: () => Selected | null;
  /** The list is to open or close; `whole` with all regions, whatever stands in the field. */
  onAsk: (opens: boolean, whole: boolean) => void;
}

/** The region's input with the list of those that are known. */
export function RegionList(props: RegionListProps) {
  const { input, open, value, shown, words, root, takeKept, onType, onAsk } = props;
  // Takes the place of an input that somebody may be typing in.
  useLayoutEffect(() => {
    const kept = takeKept();
    if (!kept) return;
    const field = root.current?.querySelector('input');
    field?.focus();
    field?.setSelectionRange(...kept);
  }, [takeKept, root]);
  return (
    <Autocomplete.Root
      items={regions as Region[]}
      filteredItems={shown}
      value={value}
      itemToStringValue={(region: Region) => region.code}
      onValueChange={onType}
      // Enter takes the first that fits.
      autoHighlight
      // A code that is typed out needs no list, which would hide the rest of the page from screen readers.
      open={open}
      onOpenChange={(opens, { reason }) => onAsk(opens, opens && reason !== 'input-change')}
    >
      <Autocomplete.InputGroup className="s3a-combobox">
        <Autocomplete.Input
          {...input}
          onKeyDown={(event) => {
            // The list's own keys: in a closed list Escape would empty the field, in an open one Enter would send the form.
            if (event.key === 'Escape' && !open) event.preventBaseUIHandler();
            if (event.key === 'Enter' && open) event.preventDefault();
          }}
        />
        <Autocomplete.Trigger className="s3a-combobox-trigger" aria-label={words.regions}>
          <Icon name="chevron" />
        </Autocomplete.Trigger>
      </Autocomplete.InputGroup>
      {/* Inside the panel: so it has its colours and its direction. */}
      <Autocomplete.Portal container={root} className="s3a-popup-portal">
        <Autocomplete.Positioner sideOffset={4} align="start" className="s3a-positioner">
          <Autocomplete.Popup className="s3a-popup">
            <Autocomplete.Empty className="s3a-popup-empty">
              {shown.length === 0 && words.noRegion}
            </Autocomplete.Empty>
            <Autocomplete.List className="s3a-popup-list">
              {(region: Region) => (
                <Autocomplete.Item
                  key={region.code}
                  value={region}
                  data-current={region.code === value.trim() || undefined}
                  className="s3a-popup-item"
                >
                  <code>{region.code}</code>
                  <span>{region.name}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
