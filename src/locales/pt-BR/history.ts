import type { SettingsMessages } from '../../components/index.ts';

const place = ({ to, bucket }: { to: 's3' | 'database'; bucket: string | null }) =>
  to === 'database' ? 'o banco de dados' : bucket === null ? 'o S3' : `o bucket “${bucket}”`;

/** The words of the history in Brazilian Portuguese. */
export const history: SettingsMessages['history'] = {
  title: 'Histórico',
  loading: 'Carregando o histórico',
  empty: 'Nada foi alterado desde que o histórico é mantido.',
  more: 'Estas são as alterações mais recentes. As mais antigas ficam guardadas no servidor.',
  server: 'O servidor',
  setUp: (by) => `${by} configurou o armazenamento no S3`,
  disabled: (by) => `${by} desativou o armazenamento no S3`,
  enabled: (by) => `${by} ativou novamente o armazenamento no S3`,
  keysRemoved: (by) => `${by} removeu a chave de acesso`,
  keyRotated: (by) => `${by} substituiu a chave de acesso`,
  changed: (by) => `${by} alterou as configurações`,
  unchanged: (by) => `${by} salvou as configurações sem alterações`,
  reencrypted: (by) => `${by} criptografou novamente o segredo salvo`,
  moved: {
    started: (facts) => `${facts.by} começou a mover anexos para ${place(facts)}`,
    paused: (facts) => `${facts.by} pausou a transferência para ${place(facts)}`,
    resumed: (facts) => `${facts.by} retomou a transferência para ${place(facts)}`,
    stopped: (facts) => `${facts.by} interrompeu a transferência para ${place(facts)}`,
    finished: (facts) => `${facts.by} concluiu a transferência para ${place(facts)}`,
  },
  field: {
    set: ({ label, after }) => `${label}: ${after}`,
    cleared: ({ label, before }) => `${label}: ${before} foi removido`,
    replaced: ({ label, before, after }) => `${label}: ${before} passou a ser ${after}`,
    on: (label) => `${label}: ativado`,
    off: (label) => `${label}: desativado`,
    secretEntered: 'Uma Secret access key foi informada',
    secretReplaced: 'A Secret access key foi substituída',
    secretErased: 'A Secret access key foi apagada',
  },
};
