import type { SettingsMessages } from '../../components/index.ts';

/** The words over codes of the form in Spanish. */
export const formCodes: Pick<SettingsMessages, 'issues' | 'bucketName' | 'notes'> = {
  issues: {
    required: 'Introduzca un valor.',
    bucket_name:
      'Use de 3 a 63 letras minúsculas, dígitos, puntos y guiones, con una letra o un dígito al principio y al final.',
    region: 'Use el código de la región: letras minúsculas, dígitos y guiones, por ejemplo eu-central-1.',
    access_key_id:
      'Una Access key ID solo tiene letras y dígitos. Compruebe que se copió entera y sin nada más.',
    secret: 'Un secreto no tiene espacios ni comillas. Compruebe que se copió entero y sin nada más.',
    refused: 'El servidor no aceptó este valor.',
    same_key: 'Esta clave ya está en uso. Introduzca la que debe sustituirla.',
    too_long: 'Es demasiado largo.',
    endpoint: 'Use solo la dirección, por ejemplo https://s3.example.com, sin bucket ni ruta.',
    key_prefix: 'Use nombres de carpetas, cada uno terminado en /, por ejemplo help-desk/.',
    public_base_url: 'Use una dirección como https://files.example.com, sin parámetros.',
  },
  bucketName: {
    too_short: 'El nombre de un bucket tiene al menos 3 caracteres.',
    too_long: 'El nombre de un bucket tiene como máximo 63 caracteres.',
    capitals: 'Los nombres de bucket no tienen mayúsculas.',
    underscore: 'Los nombres de bucket tienen guiones, no guiones bajos.',
    spaces: 'Los nombres de bucket no tienen espacios.',
    characters: 'Los nombres de bucket solo tienen letras minúsculas, dígitos, guiones y puntos.',
    begins: 'El nombre de un bucket empieza con una letra o un dígito.',
    ends: 'El nombre de un bucket termina con una letra o un dígito.',
    dots: 'En el nombre de un bucket nunca hay dos puntos seguidos.',
    address: 'El nombre de un bucket no es una dirección de números.',
    reserved: 'AWS se reserva este principio o este final.',
  },
  notes: {
    credentials_swapped: 'La Access key ID y el secreto parecen estar intercambiados.',
    credential_temporary:
      'Una clave que empieza por ASIA es temporal y deja de funcionar en unas horas. Cree una de un usuario de IAM: empieza por AKIA.',
    credential_malformed: 'Las Access key IDs de Amazon son AKIA y otras 16 letras mayúsculas y dígitos.',
    secret_malformed: 'Los secretos de Amazon tienen 40 caracteres. Compruebe que se copió entero.',
    secret_spaces:
      'Contiene un espacio, una comilla o un salto de línea. Compruebe que se copió sin nada más.',
    bucket_dotted:
      'Un nombre con puntos funciona: el bucket va entonces en la ruta de sus enlaces, porque el certificado de Amazon no cubre esos nombres. Para un bucket nuevo, los guiones son la mejor opción.',
    endpoint_scheme: 'Empiece por https:// (o http:// si no hay otra manera).',
    endpoint_bucket:
      'El nombre del bucket parece estar en el punto de conexión. Lo añadimos nosotros: no lo ponga aquí.',
    endpoint_path: 'Solo la dirección, sin una ruta detrás.',
    endpoint_credentials: 'En la dirección no va ningún nombre ni contraseña.',
    endpoint_unreadable: 'Esto no se puede leer como una dirección, como https://s3.example.com.',
    endpoint_insecure: 'Sin https, los archivos y las firmas viajan a la vista de otros.',
  },
};
