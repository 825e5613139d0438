import type { SettingsMessages } from '../../components/index.ts';

/** The words of *Do it in one go* in Spanish. */
export const shortcut: SettingsMessages['shortcut'] = {
  title: 'Hacerlo todo de una vez',
  subtitle: 'Con un script, CloudFormation o Terraform',
  intro:
    'Un script hace los siete pasos con los mismos documentos y muestra los cuatro valores. Pegue lo que muestre en cualquier campo del formulario.',
  tabs: 'Herramientas',
  names: { cloudshell: 'AWS CloudShell', cloudformation: 'CloudFormation', terraform: 'Terraform' },
  how: {
    cloudshell: [
      'Abra CloudShell: el icono de terminal en la parte superior de la consola de AWS. Hay que haber iniciado sesión como alguien que pueda crear buckets y usuarios de IAM.',
      'Pegue el script y presione Enter.',
      'Copie el bloque que muestra y péguelo en cualquier campo del formulario.',
    ],
    cloudformation: [
      'Guarde la plantilla como archivo. En la consola de CloudFormation elija «Create stack», «With new resources», «Upload a template file».',
      'Marque «I acknowledge that AWS CloudFormation might create IAM resources» y cree la pila.',
      'Copie los cuatro valores de la pestaña «Outputs».',
    ],
    terraform: [
      'Guarde el módulo como archivo en una carpeta propia y ejecute «terraform init» y «terraform apply».',
      'Ejecute «terraform output -raw settings», copie el bloque y péguelo en cualquier campo del formulario.',
    ],
  },
  mind: {
    cloudshell:
      'Si se ejecuta de nuevo, encuentra lo que ya existe; solo crea una nueva clave de acceso si el usuario tiene menos de dos.',
    cloudformation: 'Quien pueda leer las salidas de la pila puede leer allí el secreto.',
    terraform: 'El estado de Terraform contiene el secreto: guárdelo donde solo usted pueda leerlo.',
  },
  needsBucket:
    'Introduzca primero en el formulario el nombre y la región del bucket: el script se prepara para ellos.',
  download: 'Guardar como archivo',
  downloadOf: (shortcut) => `Guardar como archivo: ${shortcut}`,
  open: { cloudshell: 'Abrir CloudShell', cloudformation: 'Abrir CloudFormation', terraform: null },
};
