import type { SettingsMessages } from '../../components/index.ts';
import { regions } from '../../guide/index.ts';

const regionOf = (code: string) =>
  [regions.find((region) => region.code === code)?.name, code].filter(Boolean).join(', ');

/** The words of the pictures in Spanish; what stands in a drawing is English in every language. */
export const pictures: SettingsMessages['pictures'] = {
  caption: 'Nuestro dibujo de la consola de AWS; la suya puede verse un poco distinta.',
  alternative: {
    'create-bucket': ({ bucket, region }) =>
      `En la página «Create bucket» de Amazon S3, sección «General configuration»: comparar AWS Region${region && ` con ${regionOf(region)}`}, introducir «${bucket}» como nombre del bucket y elegir «Create bucket» al final de la página.`,
    'public-access': ({ links }) =>
      links === 'public'
        ? 'En la página «Create bucket», sección «Block Public Access settings for this bucket»: desmarcar «Block all public access» y después marcar «I acknowledge that the current settings might result in this bucket and the objects within becoming public.»'
        : 'En la página «Create bucket», sección «Block Public Access settings for this bucket»: «Block all public access» está marcado y sigue así.',
    'bucket-policy': ({ bucket, links }) =>
      links === 'public'
        ? `En el bucket «${bucket}», pestaña «Permissions», sección «Bucket policy»: elegir «Edit», pegar el documento en el cuadro «Policy» y elegir «Save changes».`
        : `En el bucket «${bucket}», pestaña «Permissions», sección «Bucket policy»: dice «No policy to display.», y sigue así.`,
    cors: ({ bucket }) =>
      `En el bucket «${bucket}», pestaña «Permissions», sección «Cross-origin resource sharing (CORS)»: elegir «Edit», pegar el documento en el cuadro y elegir «Save changes».`,
    'iam-policy': ({ bucket }) =>
      `En la página «Create policy» de IAM, «Specify permissions»: elegir «JSON» encima del editor de políticas, pegar el documento, elegir «Next», introducir «${bucket}» como nombre de la política y elegir «Create policy».`,
    'iam-user': ({ bucket }) =>
      `En la página «Create user» de IAM: introducir «${bucket}» como nombre de usuario y elegir «Next»; en «Set permissions» elegir «Attach policies directly», buscar «${bucket}», marcar esa política en la lista y elegir «Next».`,
    'access-key': ({ bucket }) =>
      `En la página «Create access key» del usuario «${bucket}»: elegir «Third-party service», marcar la confirmación y elegir «Next», describir la clave y elegir «Create access key»; la página siguiente muestra «Access key» y «Secret access key» una junto a la otra, con «Download .csv file» debajo.`,
  },
};
