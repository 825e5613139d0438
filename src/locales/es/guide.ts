import type { SettingsMessages } from '../../components/index.ts';
import { type GuideFacts, type Partition, partitionOf, regions } from '../../guide/index.ts';

const account: Record<Partition, string> = {
  aws: 'Si todavía no tiene una cuenta de AWS, cree una. Después inicie sesión en la consola de AWS.',
  'aws-cn':
    'Inicie sesión en la consola de AWS China (console.amazonaws.cn). Tiene sus propias cuentas: una de aws.amazon.com no funciona allí.',
  'aws-us-gov':
    'Inicie sesión en la consola de AWS GovCloud (US) (console.amazonaws-us-gov.com). Tiene sus propias cuentas: una de aws.amazon.com no funciona allí.',
};

const theBucket = ({ bucket }: GuideFacts) => (bucket ? `el bucket «${bucket}»` : 'su bucket');
const likeTheBucket = ({ bucket }: GuideFacts) =>
  bucket ? `introduzca «${bucket}», igual que el bucket` : 'introduzca el nombre del bucket';
const arn = ({ bucket, keyPrefix, region }: GuideFacts) =>
  `arn:${partitionOf(region)}:s3:::${bucket || 'YOUR-BUCKET-NAME'}/${keyPrefix}*`;

function theRegion({ region }: GuideFacts): string {
  if (!region) {
    return 'Mire «AWS Region» en esa página, por ejemplo us-east-1. Lo mejor es cerca de sus usuarios; se cambia en la parte superior derecha de la consola. Anótela.';
  }
  const name = regions.find(({ code }) => code === region)?.name;
  return `Asegúrese de que «AWS Region» en esa página es ${name ? `${name} ${region}` : region}. Se cambia en la parte superior derecha de la consola.`;
}

/** What the key of triage.ai may do, as the end of a sentence. */
function allowed({ links, largeFiles }: GuideFacts): string {
  const reads =
    links === 'private'
      ? 'guardar, leer y eliminar archivos adjuntos'
      : 'guardar y eliminar archivos adjuntos';
  return largeFiles ? `${reads}, y limpiar tras las cargas interrumpidas` : reads;
}

/** The guide in Spanish. */
export const guide: SettingsMessages['guide'] = {
  'create-bucket': (facts) => ({
    title: 'Crear el bucket',
    actions: [
      account[partitionOf(facts.region)],
      'Escriba «S3» en la barra de búsqueda, o búsquelo en «All services», y ábralo. Elija «Create bucket».',
      theRegion(facts),
      facts.bucket
        ? `En «Bucket name» introduzca «${facts.bucket}». Si AWS dice que ya está ocupado, elija otro y cámbielo aquí en el formulario.`
        : 'Elija un «Bucket name» que más adelante le diga que pertenece a triage.ai: letras minúsculas, dígitos y guiones. Anótelo.',
      facts.links === 'private'
        ? 'Deje todos los demás ajustes como están y elija «Create bucket» al final de la página.'
        : 'Deje todos los demás ajustes como están, salvo el del paso 2, que está en la misma página. Después elija «Create bucket» al final.',
      facts.bucket && facts.region
        ? 'El formulario ya tiene su nombre y su región.'
        : 'Introduzca su nombre y su región aquí en el formulario.',
    ],
    why: 'Los archivos adjuntos de los tickets se guardarán en este bucket, en lugar de ocupar espacio en la base de datos. Solo los administradores pueden ver y cambiar eso.',
    opens: null,
  }),

  'public-access': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Dejar activado Block Public Access',
          actions: [
            'Al crear el bucket, deje «Block all public access» marcado, como propone AWS.',
            `Si el bucket ya existe, abra ${theBucket(facts)} y después la pestaña «Permissions». En «Block public access (bucket settings)» debería decir «On».`,
            'Si dice «Off», elija «Edit», marque «Block all public access», elija «Save changes» y escriba «confirm» cuando AWS lo pida.',
          ],
          why: 'Los enlaces son privados: triage.ai firma cada uno cuando alguien abre un archivo adjunto, y solo funciona durante poco tiempo. Nadie necesita acceso sin una firma.',
          opens: null,
        }
      : {
          title: 'Desactivar Block Public Access',
          actions: [
            'Al crear el bucket, busque «Block Public Access settings for this bucket» y desmarque «Block all public access».',
            'Debajo, marque la advertencia: «I acknowledge that the current settings might result in this bucket and the objects within becoming public.»',
            `Si el bucket ya existe, abra ${theBucket(facts)} y después la pestaña «Permissions». En «Block public access (bucket settings)» elija «Edit», desmarque «Block all public access», elija «Save changes» y escriba «confirm» cuando AWS lo pida.`,
          ],
          why: 'Mientras está activado, AWS rechaza la política del bucket del paso siguiente y no se puede abrir ningún enlace. De sus cuatro partes, solo las dos últimas, las que tratan de políticas, tienen que estar desactivadas; las dos sobre listas de control de acceso (ACLs) pueden seguir activadas.',
          opens:
            'Nada por sí solo. Pero desde ahora, solo la política del bucket decide qué pueden leer los desconocidos.',
        },

  'bucket-policy': (facts) =>
    facts.links === 'private'
      ? {
          title: 'Sin política del bucket',
          actions: [
            `No hay nada que pegar. Abra ${theBucket(facts)}, después la pestaña «Permissions», y mire «Bucket policy». Si está vacía, este paso está hecho.`,
            'Si una instrucción contiene "Effect": "Allow" y "Principal": "*", deja leer a todo el mundo. Elija «Edit», quite esa instrucción y elija «Save changes». Si es la única, elija «Delete» en su lugar.',
          ],
          why: 'Con enlaces privados, nadie salvo triage.ai tiene que leer. Block Public Access frena una política así, pero solo mientras está activado.',
          opens: null,
        }
      : {
          title: 'Permitir que se abran los enlaces: la política del bucket',
          actions: [
            `En la lista de buckets elija ${theBucket(facts)} y después la pestaña «Permissions». En «Bucket policy» elija «Edit».`,
            'Pegue el documento de abajo y elija «Save changes».',
            `No hace falta el «Policy generator». Esto es lo que genera para el tipo «S3 Bucket Policy» con el principal «*», la acción «GetObject» y el ARN «${arn(facts)}».`,
            'Si el bucket ya tiene una política, no la reemplace: añada a su lista la instrucción de este documento, la parte entre { } debajo de «Statement».',
            ...(partitionOf(facts.region) === 'aws-cn'
              ? [
                  'En China, AWS solo deja leer a desconocidos desde cuentas con un registro ICP. Solicítelo a AWS China si se rechazan los enlaces.',
                ]
              : []),
          ],
          why: 'Sin ella, quien abre el enlace de un archivo adjunto recibe «Access Denied».',
          opens: `Quien tenga un enlace puede leer ese archivo adjunto, sin iniciar sesión. ${
            facts.keyPrefix
              ? `Eso vale para todo lo que está bajo «${facts.keyPrefix}» en este bucket, y para nada más.`
              : 'Eso vale para todo lo que está en este bucket, así que no guarde nada más en él.'
          } Nadie puede listar el bucket, y ningún enlace se puede adivinar.`,
        },

  cors: (facts) => ({
    title: 'Permitir que los navegadores carguen: CORS',
    actions: [
      `Abra ${theBucket(facts)}, vaya al final de la pestaña «Permissions», a «Cross-origin resource sharing (CORS)», y elija «Edit».`,
      'Pegue el documento de abajo y elija «Save changes».',
    ],
    why: 'Los archivos van directamente del navegador a S3. Un navegador solo lo hace donde el bucket dice que puede: PUT guarda un archivo, GET y HEAD lo leen, DELETE lo elimina.',
    opens:
      facts.links === 'private'
        ? 'Una página de cualquier sitio web puede enviar solicitudes al bucket, pero todas se rechazan sin una firma de triage.ai.'
        : 'Una página de cualquier sitio web puede enviar solicitudes al bucket, pero todas, salvo la lectura mediante un enlace, se rechazan sin una firma de triage.ai.',
  }),

  'iam-policy': (facts) => ({
    title: 'Escribir la política de IAM',
    actions: [
      'Escriba «IAM» en la barra de búsqueda y ábralo. Elija «Policies» a la izquierda y después «Create policy».',
      'Junto a «Policy editor» elija «JSON». Sustituya lo que hay allí por el documento de abajo y elija «Next».',
      ...(facts.keyPrefix || facts.largeFiles || facts.links === 'private'
        ? []
        : [
            'En el editor «Visual» sería lo mismo: el servicio «S3», en «Write» las acciones «PutObject» y «DeleteObject», y en «Resources», «Add ARNs», el nombre del bucket con «Any» para los objetos.',
          ]),
      `En «Policy name» ${likeTheBucket(facts)}. Describa para qué sirve, por ejemplo «Attachments of triage.ai», y elija «Create policy».`,
    ],
    why: `Permite que la clave de los pasos siguientes haga esto ${
      facts.keyPrefix ? `bajo «${facts.keyPrefix}» ` : ''
    }en ${theBucket(facts)}, y nada más: ${allowed(facts)}.${
      facts.links === 'private'
        ? ' Lee porque solo puede firmar enlaces para lo que ella misma puede leer.'
        : ''
    }`,
    opens: null,
  }),

  'iam-user': (facts) => ({
    title: 'Crear el usuario de IAM',
    actions: [
      'En IAM elija «Users» a la izquierda y después «Create user».',
      `En «User name» ${likeTheBucket(facts)}, para encontrar lo que va junto. No necesita acceso a la AWS Management Console. Elija «Next».`,
      `Elija «Attach policies directly», busque ${
        facts.bucket ? `«${facts.bucket}»` : 'la política del paso anterior'
      }, márquela y elija «Next».`,
      'Deje los demás ajustes como están y elija «Create user».',
    ],
    why: 'Con un usuario propio, triage.ai es el único que modifica el bucket, y su clave no puede hacer nada más en su cuenta.',
    opens: null,
  }),

  'access-key': (facts) => ({
    title: 'Crear la clave de acceso',
    actions: [
      `En la lista «Users» elija ${
        facts.bucket ? `«${facts.bucket}»` : 'el usuario'
      }. En su «Summary», en «Access key 1», elija «Create access key».`,
      'Elija «Third-party service», marque «I understand the above recommendation and want to proceed to create an access key» y elija «Next».',
      'Describa para qué sirve la clave, por ejemplo «Attachments of triage.ai», y elija «Create access key».',
      'Copie «Access key» y «Secret access key» aquí en el formulario, o elija «Download .csv file» y arrastre ese archivo al formulario. Solo entonces elija «Done».',
      'Ahora el formulario tiene los cuatro valores. Guárdelos, y los archivos adjuntos nuevos se guardarán en el bucket.',
    ],
    why: 'AWS muestra el secreto solo esta vez. Si se pierde, o se copió mal, desactive la clave y cree otra. Conviene reemplazar la clave de vez en cuando. Si algún día fallan las cargas, la razón habitual es una clave incorrecta o una de las políticas: la comprobación de aquí dice cuál.',
    opens: `Quien tenga ambos valores puede ${allowed(facts)}, y nada más en su cuenta. Elimine el archivo .csv cuando estén guardados aquí.`,
  }),
};
