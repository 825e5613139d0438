'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { Attachment } from '../../contract/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Icon } from '../primitives/Icon.tsx';
import { lookOf } from '../primitives/lookOf.ts';
import { LightboxPicture } from './LightboxPicture.tsx';
import type { ListMessages } from './listMessages.ts';

/** Props of the lightbox. */
export interface LightboxProps {
  pictures: readonly Attachment[];
  /** The picture that is shown; one that is not among `pictures` closes it. */
  id: string;
  open: boolean;
  onMove: (id: string) => void;
  onClose: () => void;
  messages: ListMessages;
  locale: string | undefined;
  /** Lends its classes, direction, font and colour scheme: the dialog stands at the end of the page. */
  look: RefObject<HTMLElement | null>;
}

/** The pictures of a ticket, one at a time and as large as fits; the arrow keys go from one to the next. */
export function Lightbox(props: LightboxProps) {
  const { pictures, id, open, onMove, onClose, messages, locale, look } = props;
  const words = messages.lightbox;
  const close = useRef<HTMLButtonElement>(null);
  const place = pictures.findIndex((picture) => picture.id === id);
  const picture = pictures[place];
  const shown = open && picture !== undefined;
  const lent = lookOf(look.current, shown);
  const rtl = lent.dir === 'rtl';
  const move = (step: number) => {
    const next = pictures[place + step];
    if (next && next.id !== id) onMove(next.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A picture in its actual size is scrolled, not left.
    if ((event.target as HTMLElement).closest('[data-actual]')) return;
    const steps: Record<string, number> = {
      ArrowRight: rtl ? -1 : 1,
      ArrowLeft: rtl ? 1 : -1,
      Home: -place,
      End: pictures.length - 1 - place,
    };
    move(steps[event.key] ?? 0);
  };

  return (
    <Dialog.Root open={shown} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal {...lent}>
        <Dialog.Backdrop className="s3a-backdrop" />
        <Dialog.Popup
          className="s3a-lightbox"
          initialFocus={close}
          // Where somebody has come to, not where they began.
          finalFocus={() => look.current?.querySelector<HTMLElement>(`[data-view="${id}"]`) ?? look.current}
          onKeyDown={onKeyDown}
        >
          <div className="s3a-lightbox-head">
            <div className="s3a-lightbox-heading" aria-live="polite" aria-atomic="true">
              <p className="s3a-lightbox-place">
                {words.position(number(place + 1, locale), number(pictures.length, locale))}
                <span className="s3a-visually-hidden">, </span>
              </p>
              <Dialog.Title className="s3a-lightbox-name" title={picture?.name}>
                <bdi>{picture?.name}</bdi>
              </Dialog.Title>
            </div>
            <Dialog.Close
              render={
                <Button
                  ref={close}
                  variant="quiet"
                  className="s3a-icon-button"
                  aria-label={words.close}
                  title={words.close}
                />
              }
            >
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {picture && (
            <LightboxPicture
              picture={picture}
              messages={messages}
              locale={locale}
              onPrevious={place > 0 ? () => move(-1) : null}
              onNext={place < pictures.length - 1 ? () => move(1) : null}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function number(value: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale).format(value);
}
