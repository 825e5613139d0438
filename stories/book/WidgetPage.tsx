import { Description, Heading, Primary, Title, useOf } from '@storybook/addon-docs/blocks';
import { PropTable } from './PropTable.tsx';

/** The page of a widget: what it is, one story of it, and its props. The other stories stand beside it. */
export default function WidgetPage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  return (
    <>
      <Title />
      <Description of="meta" />
      <Primary />
      <Heading>Props</Heading>
      <PropTable of={`${preparedMeta.title}Props`} />
    </>
  );
}
