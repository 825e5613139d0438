import { redirect } from 'next/navigation';
import { Settings } from '../../components/Settings.tsx';
import { whoAsks } from '../../lib/whoAsks.ts';

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  if (!(await whoAsks())?.administrator) redirect('/');
  const { focus } = await searchParams;
  return (
    <>
      <h1>Settings</h1>
      <Settings focus={typeof focus === 'string' ? focus : null} />
    </>
  );
}
