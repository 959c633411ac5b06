<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Notificarme de</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sacar del archivo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marcar como no leída</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>one unread message</source>
        <translation>un mensaje sin leer</translation>
    </message>
    <message>
        <source>%1 unread messages</source>
        <translation>%1 mensajes sin leer</translation>
    </message>
    <message>
        <source>you are mentioned</source>
        <translation>te han mencionado</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Borrador: %1</translation>
    </message>
</context>
<context>
    <name>DBusNotifications</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
</context>
<context>
    <name>Hearth::AboutPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Hearth %1, with Qt %2</source>
        <translation>Hearth %1, con Qt %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>number update release information</source>
        <translation>número actualización publicación información</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Licencia Apache 2.0</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>license copyright open source free</source>
        <translation>licencia derechos de autor código abierto libre</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountButton</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unread</source>
        <translation>
            <numerusform>%1, %Ln sin leer</numerusform>
            <numerusform>%1, %Ln sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountManager</name>
    <message>
        <source>No server answers at %1. %2</source>
        <translation>Ningún servidor responde en %1. %2</translation>
    </message>
    <message>
        <source>If it has no encryption, write http:// before the address.</source>
        <translation>Si no tiene cifrado, escribe http:// delante de la dirección.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Hearth server.</source>
        <translation>Lo que responde en %1 no es un servidor Hearth.</translation>
    </message>
    <message>
        <source>The username or the password is wrong.</source>
        <translation>El nombre de usuario o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment and try again.</source>
        <translation>Demasiados intentos. Espera un momento y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>This username is taken. Choose another one.</source>
        <translation>Este nombre de usuario está ocupado. Elige otro.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>La contraseña es demasiado corta: necesita al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>The server does not accept this token. It may have expired.</source>
        <translation>El servidor no acepta este token. Puede que haya caducado.</translation>
    </message>
    <message>
        <source>This token belongs to another account: %1.</source>
        <translation>Este token es de otra cuenta: %1.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountMenu</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Nombre que ven los demás</translation>
    </message>
    <message>
        <source>display name nickname profile rename</source>
        <translation>nombre visible apodo perfil renombrar</translation>
    </message>
    <message>
        <source>You are %1 at %2.</source>
        <translation>Eres %1 en %2.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una imagen…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarla</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Quitar la imagen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>avatar photo portrait profile image upload</source>
        <translation>avatar foto retrato perfil imagen subir</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>secret change security</source>
        <translation>secreto cambiar seguridad</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>At least %1 characters. Your other devices are signed out.</source>
        <translation>Al menos %1 caracteres. Se cerrará la sesión de tus otros dispositivos.</translation>
    </message>
    <message>
        <source>change password</source>
        <translation>cambiar contraseña</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Dejar este ordenador</translation>
    </message>
    <message>
        <source>log out sign off account remove end session</source>
        <translation>cerrar sesión salir cuenta quitar terminar</translation>
    </message>
    <message>
        <source>What is stored here of this account is removed.</source>
        <translation>Se elimina lo que hay guardado aquí de esta cuenta.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>La imagen es demasiado grande.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>What the server keeps about you</source>
        <translation>Lo que el servidor guarda sobre ti</translation>
    </message>
    <message>
        <source>export download data backup archive messages privacy</source>
        <translation>exportar descargar datos copia archivo mensajes privacidad</translation>
    </message>
    <message>
        <source>Your account, conversations, messages and all else, as a file of JSON lines.</source>
        <translation>Tu cuenta, conversaciones, mensajes y todo lo demás, en un archivo de líneas JSON.</translation>
    </message>
    <message>
        <source>Delete the account…</source>
        <translation>Eliminar la cuenta…</translation>
    </message>
    <message>
        <source>Leave for good</source>
        <translation>Irse para siempre</translation>
    </message>
    <message>
        <source>delete erase close account remove messages</source>
        <translation>eliminar borrar cerrar cuenta quitar mensajes</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountRail</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
</context>
<context>
    <name>Hearth::AddPeopleDialog</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Añadir personas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 could not be added. %2</source>
        <translation>No se pudo añadir a %1. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>theme dark mode night light high contrast accessibility look skin</source>
        <translation>tema oscuro noche claro alto contraste accesibilidad aspecto</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>font zoom bigger larger smaller scale accessibility</source>
        <translation>letra fuente zoom mayor menor escala accesibilidad</translation>
    </message>
    <message>
        <source>Ctrl and + or − change it everywhere, Ctrl+0 goes back.</source>
        <translation>Ctrl y + o − lo cambian en todas partes, Ctrl+0 lo restablece.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Cómoda</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>Burbujas</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>density cozy compact bubbles white space layout avatars lines</source>
        <translation>densidad cómoda compacta burbujas espacio en blanco disposición fotos líneas</translation>
    </message>
    <message>
        <source>Compact shows more of them at once. Bubbles put your own on the other side.</source>
        <translation>La compacta muestra más a la vez. Las burbujas ponen los tuyos en el otro lado.</translation>
    </message>
</context>
<context>
    <name>Hearth::Attachment</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, en espera</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>imagen %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>archivo %1, %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 no se puede mostrar</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentActions</name>
    <message>
        <source>Open this file?</source>
        <translation>¿Abrir este archivo?</translation>
    </message>
    <message>
        <source>“%1” may be a program, or run one.</source>
        <translation>«%1» puede ser un programa o ejecutar uno.</translation>
    </message>
    <message>
        <source>Open it only if you trust whoever sent it, and know what it is.</source>
        <translation>Ábrelo solo si confías en quien lo envió y sabes qué es.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>No se puede abrir el archivo.</translation>
    </message>
    <message>
        <source>No program for this kind of file was found.</source>
        <translation>No se encontró ningún programa para este tipo de archivo.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>The file cannot be saved.</source>
        <translation>No se puede guardar el archivo.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message>
        <source>Send as a file</source>
        <translation>Enviar como archivo</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Archivos adjuntos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more were refused.</source>
        <translation>
            <numerusform>Se rechazó %Ln más.</numerusform>
            <numerusform>Se rechazaron %Ln más.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message takes at most %1 files.</source>
        <translation>Un mensaje admite como máximo %1 archivos.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Imagen %1.png</translation>
    </message>
    <message>
        <source>The picture is too large (%1). The server takes files of at most %2.</source>
        <translation>La imagen es demasiado grande (%1). El servidor admite archivos de hasta %2.</translation>
    </message>
    <message>
        <source>The picture cannot be written.</source>
        <translation>No se puede escribir la imagen.</translation>
    </message>
    <message>
        <source>The text cannot be written: %1</source>
        <translation>No se puede escribir el texto: %1</translation>
    </message>
    <message>
        <source>Text.txt</source>
        <translation>Texto.txt</translation>
    </message>
    <message>
        <source>That is a long text. It can also go as a file.</source>
        <translation>Es un texto largo. También se puede enviar como archivo.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«%1» es una carpeta. Comprímela en un archivo para enviarla.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«%1» no se puede leer.</translation>
    </message>
    <message>
        <source>“%1” is too large (%2). The server takes files of at most %3.</source>
        <translation>«%1» es demasiado grande (%2). El servidor admite archivos de hasta %3.</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Delete takes it out of the message.</source>
        <translation>Supr lo quita del mensaje.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Hearth::BadgeButton</name>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1, %2 sin leer</translation>
    </message>
</context>
<context>
    <name>Hearth::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Hearth::BlockedList</name>
    <message>
        <source>You have blocked nobody.</source>
        <translation>No has bloqueado a nadie.</translation>
    </message>
    <message>
        <source>%1 (@%2)</source>
        <translation>%1 (@%2)</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear a %1</translation>
    </message>
    <message>
        <source>%1 is still blocked. %2</source>
        <translation>%1 sigue con el bloqueo. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ChosenSecretStore</name>
    <message>
        <source>The sign-ins are being moved already.</source>
        <translation>Los inicios de sesión ya se están trasladando.</translation>
    </message>
    <message>
        <source>The keychain does not keep what it is given.</source>
        <translation>El llavero no guarda lo que recibe.</translation>
    </message>
</context>
<context>
    <name>Hearth::Completer</name>
    <message>
        <source>Suggestion: %1, %2</source>
        <translation>Sugerencia: %1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>Hearth::Composer</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Too long by %1 characters. Shorten the message or send it in parts.</source>
        <translation>Sobran %1 caracteres. Acorta el mensaje o envíalo por partes.</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>Quedan %1 caracteres</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+Shift+E)</source>
        <translation>Emojis (Ctrl+Mayús+E)</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+U)</source>
        <translation>Adjuntar archivos (Ctrl+U)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Respuesta a %1</translation>
    </message>
    <message>
        <source>You may not write in this conversation.</source>
        <translation>No puedes escribir en esta conversación.</translation>
    </message>
</context>
<context>
    <name>Hearth::ComposerFiles</name>
    <message>
        <source>Attach files…</source>
        <translation>Adjuntar archivos…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionBanner</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %Ln messages will be sent when you are back.</source>
        <translation>
            <numerusform>No tienes conexión. Se enviará %Ln mensaje cuando vuelvas.</numerusform>
            <numerusform>No tienes conexión. Se enviarán %Ln mensajes cuando vuelvas.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline. One message will be sent when you are back.</source>
        <translation>No tienes conexión. Se enviará un mensaje cuando vuelvas.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Fetching what you missed…</source>
        <translation>Obteniendo lo que te perdiste…</translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %Ln s)</source>
        <translation>
            <numerusform>Conectando… (nuevo intento en %Ln s)</numerusform>
            <numerusform>Conectando… (nuevo intento en %Ln s)</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not signed in. Nothing is lost.</source>
        <translation>No has iniciado sesión. No se ha perdido nada.</translation>
    </message>
</context>
<context>
    <name>Hearth::ContextBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message>
        <source>Only you</source>
        <translation>Solo tú</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln persona</numerusform>
            <numerusform>%Ln personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Search in this conversation (Ctrl+F)</source>
        <translation>Buscar en esta conversación (Ctrl+F)</translation>
    </message>
    <message>
        <source>Info (Ctrl+.)</source>
        <translation>Información (Ctrl+.)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationPane</name>
    <message>
        <source>No conversation is open</source>
        <translation>No hay ninguna conversación abierta</translation>
    </message>
    <message>
        <source>Choose one, or use the keyboard:</source>
        <translation>Elige una o usa el teclado:</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Iniciar una conversación</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Crear un grupo</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>Ir a una conversación</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Todos los atajos</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Mensaje para %1</translation>
    </message>
    <message>
        <source>Mute the conversation, or no longer</source>
        <translation>Silenciar la conversación o dejar de hacerlo</translation>
    </message>
    <message>
        <source>Pin the conversation, or no longer</source>
        <translation>Fijar la conversación o desfijarla</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Archive the conversation, or no longer</source>
        <translation>Archivar la conversación o recuperarla</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Te damos la bienvenida a Hearth</translation>
    </message>
    <message>
        <source>Find somebody to talk to, or use the keyboard:</source>
        <translation>Encuentra a alguien con quien hablar o usa el teclado:</translation>
    </message>
</context>
<context>
    <name>Hearth::DeleteAccountDialog</name>
    <message>
        <source>Delete everything I wrote, too</source>
        <translation>Eliminar también todo lo que escribí</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Eliminar la cuenta</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password, if you have one here</source>
        <translation>Contraseña, si tienes una aquí</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The account %1 at %2 is deleted for good, and nobody can bring it back. Your name, picture and settings go at once, and you leave all groups. What you wrote stays under “Deleted user”.</source>
        <translation>La cuenta %1 en %2 se elimina para siempre y nadie puede recuperarla. Tu nombre, tu imagen y tus ajustes desaparecen enseguida, y sales de todos los grupos. Lo que escribiste se queda bajo «Deleted user».</translation>
    </message>
</context>
<context>
    <name>Hearth::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Dónde has iniciado sesión</translation>
    </message>
    <message>
        <source>sessions computers phones revoke sign out remote security</source>
        <translation>sesiones ordenadores teléfonos revocar cerrar remoto seguridad</translation>
    </message>
    <message>
        <source>The devices are not known. %1</source>
        <translation>No se conocen los dispositivos. %1</translation>
    </message>
    <message>
        <source>A device without a name</source>
        <translation>Un dispositivo sin nombre</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Último uso: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Cerrar la sesión de %1</translation>
    </message>
    <message>
        <source>The device was not signed out. %1</source>
        <translation>No se cerró la sesión del dispositivo. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::DropOverlay</name>
    <message>
        <source>Drop files to send them</source>
        <translation>Suelta archivos para enviarlos</translation>
    </message>
</context>
<context>
    <name>Hearth::EmojiPicker</name>
    <message>
        <source>Used last</source>
        <translation>Usados últimamente</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>Caras y emociones</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>Personas y cuerpo</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Animales y naturaleza</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Comida y bebida</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Viajes y lugares</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Banderas</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>Sin tono de piel</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Tono de piel claro</translation>
    </message>
    <message>
        <source>Medium light skin tone</source>
        <translation>Tono de piel medio claro</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Tono de piel medio</translation>
    </message>
    <message>
        <source>Medium dark skin tone</source>
        <translation>Tono de piel medio oscuro</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Tono de piel oscuro</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emojis</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Ningún emoji se llama así.</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Tono de piel</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>%1   :%2:</source>
        <translation>%1   :%2:</translation>
    </message>
</context>
<context>
    <name>Hearth::EncryptedSecretStore</name>
    <message>
        <source>The encrypted file is locked.</source>
        <translation>El archivo cifrado está bloqueado.</translation>
    </message>
</context>
<context>
    <name>Hearth::FilterChip</name>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Quitar el filtro «%1»</translation>
    </message>
</context>
<context>
    <name>Hearth::ImageViewer</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeña</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copiar la imagen</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Abrir con otro programa</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation>Cargando… %1 %</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>La imagen no se puede mostrar.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Imagen %1</translation>
    </message>
</context>
<context>
    <name>Hearth::InboxPane</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Marcar todo como leído</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Mayús+Esc</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>No hay notificaciones</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, you find it here.</source>
        <translation>Cuando alguien te mencione o te responda, lo encontrarás aquí.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Describir…</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Salir del grupo…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>Eliminar el grupo…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Notificarme de</translation>
    </message>
    <message>
        <source>Pinned to the top of the list</source>
        <translation>Fijada al principio de la lista</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivada</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Añadir personas…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Solo tú</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln persona</numerusform>
            <numerusform>%Ln personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>Miembros (%1)</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>No silenciada</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>Volver a activar</translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation>Escribir un mensaje directo</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>Hacer propietario</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Hacer administrador</translation>
    </message>
    <message>
        <source>Make a member</source>
        <translation>Hacer miembro</translation>
    </message>
    <message>
        <source>Allow to write</source>
        <translation>Permitir escribir</translation>
    </message>
    <message>
        <source>Allow to read only</source>
        <translation>Permitir solo leer</translation>
    </message>
    <message>
        <source>Remove from the group…</source>
        <translation>Quitar del grupo…</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Quitar del grupo</translation>
    </message>
    <message>
        <source>Remove %1 from the group?</source>
        <translation>¿Quitar a %1 del grupo?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>Cambiar el nombre del grupo</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Describe the group</source>
        <translation>Describir el grupo</translation>
    </message>
    <message>
        <source>What the group is about</source>
        <translation>De qué trata el grupo</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>Salir del grupo</translation>
    </message>
    <message>
        <source>Leave “%1”? You no longer see its messages, and only a member can add you again.</source>
        <translation>¿Salir de «%1»? Dejarás de ver sus mensajes y solo un miembro podrá volver a añadirte.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Eliminar el grupo</translation>
    </message>
    <message>
        <source>Delete “%1” with all its messages and files, for everybody? This cannot be undone.</source>
        <translation>¿Eliminar «%1» con todos sus mensajes y archivos, para todos? No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>Mostrar el perfil</translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message>
        <source>Jump to the latest messages</source>
        <translation>Ir a los mensajes más recientes</translation>
    </message>
    <message numerus="yes">
        <source>Jump to the latest messages, %Ln new</source>
        <translation>
            <numerusform>Ir a los mensajes más recientes, %Ln nuevo</numerusform>
            <numerusform>Ir a los mensajes más recientes, %Ln nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingBanner</name>
    <message>
        <source>Token not saved: you will be asked to sign in next time.</source>
        <translation>La sesión no se guardó: la próxima vez se te pedirá iniciarla.</translation>
    </message>
    <message>
        <source>Use encrypted file…</source>
        <translation>Usar un archivo cifrado…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Unlock it to connect.</source>
        <translation>Tus inicios de sesión están en un archivo cifrado. Desbloquéalo para conectarte.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the encrypted file.</source>
        <translation>No se pudieron leer tus inicios de sesión del archivo cifrado.</translation>
    </message>
    <message>
        <source>Your sign-ins are in the keychain. Unlock it to connect.</source>
        <translation>Tus inicios de sesión están en el llavero. Desbloquéalo para conectarte.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the keychain.</source>
        <translation>No se pudieron leer tus inicios de sesión del llavero.</translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingChoice</name>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>El llavero del escritorio</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>Un archivo cifrado</translation>
    </message>
    <message>
        <source>Delete the encrypted file</source>
        <translation>Eliminar el archivo cifrado</translation>
    </message>
    <message>
        <source>The file is locked. Unlock it first, and its sign-ins are moved to the keychain; or delete it with what is in it, and sign in again.</source>
        <translation>El archivo está bloqueado. Desbloquéalo primero y sus inicios de sesión pasarán al llavero; o elimínalo con lo que contiene y vuelve a iniciar sesión.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminarlo</translation>
    </message>
    <message>
        <source>The sign-ins stay in the file. %1</source>
        <translation>Los inicios de sesión se quedan en el archivo. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::LinkOpener</name>
    <message>
        <source>This link cannot be understood.</source>
        <translation>Este enlace no se entiende.</translation>
    </message>
    <message>
        <source>The conversation of this link is not among yours. Somebody in it can add you.</source>
        <translation>La conversación de este enlace no está entre las tuyas. Alguien que esté en ella puede añadirte.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Abrir un enlace</translation>
    </message>
    <message>
        <source>The link leads to the server %1, where you are not signed in. Sign in there? Do so only if you know this server.</source>
        <translation>El enlace lleva al servidor %1, donde no has iniciado sesión. ¿Iniciar sesión allí? Hazlo solo si conoces ese servidor.</translation>
    </message>
    <message>
        <source>Go to signing in</source>
        <translation>Ir a iniciar sesión</translation>
    </message>
</context>
<context>
    <name>Hearth::ListFilters</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivadas</translation>
    </message>
</context>
<context>
    <name>Hearth::MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Texto de tamaño normal</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>%1 – Hearth</source>
        <translation>%1 – Hearth</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out and remove the messages that are kept on this computer? Drafts and messages that have not been sent are lost.</source>
        <translation>¿Cerrar sesión y eliminar los mensajes guardados en este ordenador? Los borradores y los mensajes no enviados se pierden.</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberDelegate</name>
    <message>
        <source>may only read</source>
        <translation>solo puede leer</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tú)</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberModel</name>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageActions</name>
    <message>
        <source>The message was deleted.</source>
        <translation>El mensaje se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message>
        <source>This message was deleted.</source>
        <translation>Este mensaje se ha eliminado.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(editado)</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>No enviado.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Your change was not saved. %1</source>
        <translation>Tu cambio no se guardó. %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln respuesta</numerusform>
            <numerusform>%Ln respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not there any more.</source>
        <translation>Este mensaje ya no existe.</translation>
    </message>
    <message>
        <source>A message further up</source>
        <translation>Un mensaje anterior</translation>
    </message>
    <message>
        <source>React with something else</source>
        <translation>Reaccionar con otra cosa</translation>
    </message>
</context>
<context>
    <name>Hearth::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http socks tor firewall connection internet vpn</source>
        <translation>http socks tor cortafuegos conexión internet vpn</translation>
    </message>
    <message>
        <source>Proxy server</source>
        <translation>Servidor proxy</translation>
    </message>
    <message>
        <source>host address name</source>
        <translation>host dirección nombre</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Puerto del proxy</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
</context>
<context>
    <name>Hearth::NewDirectDialog</name>
    <message>
        <source>Start a conversation</source>
        <translation>Iniciar una conversación</translation>
    </message>
</context>
<context>
    <name>Hearth::NewGroupDialog</name>
    <message>
        <source>Create group</source>
        <translation>Crear el grupo</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Crear un grupo</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationModel</name>
    <message>
        <source>mentioned you</source>
        <translation>te ha mencionado</translation>
    </message>
    <message>
        <source>mentioned you in %1</source>
        <translation>te ha mencionado en %1</translation>
    </message>
    <message>
        <source>replied to you</source>
        <translation>te ha respondido</translation>
    </message>
    <message>
        <source>replied to you in %1</source>
        <translation>te ha respondido en %1</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Mostrar notificaciones</translation>
    </message>
    <message>
        <source>popup alert bubble toast banner sound off</source>
        <translation>aviso alerta globo ventana sonido apagar</translation>
    </message>
    <message>
        <source>What each conversation tells of is set in its info.</source>
        <translation>De qué avisa cada conversación se decide en su información.</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Nombre y texto</translation>
    </message>
    <message>
        <source>Only the name</source>
        <translation>Solo el nombre</translation>
    </message>
    <message>
        <source>Only that there is something</source>
        <translation>Solo que hay algo</translation>
    </message>
    <message>
        <source>What they tell</source>
        <translation>Qué muestran</translation>
    </message>
    <message>
        <source>privacy preview hide content sender secret lock screen</source>
        <translation>privacidad vista previa ocultar contenido remitente secreto bloqueo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>DND quiet silence pause snooze mute all focus</source>
        <translation>silencio calma pausa posponer silenciar todo concentración</translation>
    </message>
    <message>
        <source>Nothing pops up meanwhile. While your status is “busy”, nothing does either.</source>
        <translation>Mientras tanto no aparece nada. Tampoco mientras tu estado sea «ocupado».</translation>
    </message>
</context>
<context>
    <name>Hearth::PaneList</name>
    <message>
        <source>Show the message</source>
        <translation>Mostrar el mensaje</translation>
    </message>
</context>
<context>
    <name>Hearth::PanePlace</name>
    <message>
        <source>Close the pane</source>
        <translation>Cerrar el panel</translation>
    </message>
</context>
<context>
    <name>Hearth::PassphraseDialog</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Use the file</source>
        <translation>Usar el archivo</translation>
    </message>
    <message>
        <source>Unlock the sign-ins</source>
        <translation>Desbloquear los inicios de sesión</translation>
    </message>
    <message>
        <source>Keep sign-ins in an encrypted file</source>
        <translation>Guardar los inicios de sesión en un archivo cifrado</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Without its passphrase you can read what is stored on this computer, and sign in again.</source>
        <translation>Tus inicios de sesión están en un archivo cifrado. Sin su frase de contraseña puedes leer lo que hay guardado en este ordenador y volver a iniciar sesión.</translation>
    </message>
    <message>
        <source>The file lies on this computer, and only the passphrase opens it. You are asked for it when Hearth starts. If you forget it, you sign in again, and nothing else is lost.</source>
        <translation>El archivo está en este ordenador y solo lo abre la frase de contraseña. Se te pedirá al iniciar Hearth. Si la olvidas, vuelves a iniciar sesión y no se pierde nada más.</translation>
    </message>
    <message>
        <source>The present file is locked: it is deleted, with the sign-ins in it.</source>
        <translation>El archivo actual está bloqueado: se elimina con los inicios de sesión que contiene.</translation>
    </message>
    <message>
        <source>Sign in instead…</source>
        <translation>Iniciar sesión en su lugar…</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation>La frase de contraseña es demasiado corta: necesita al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>These are two different passphrases.</source>
        <translation>Son dos frases de contraseña distintas.</translation>
    </message>
</context>
<context>
    <name>Hearth::PersonCard</name>
    <message>
        <source>Write a direct message</source>
        <translation>Escribir un mensaje directo</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Última vez %1</translation>
    </message>
</context>
<context>
    <name>Hearth::PictureReader</name>
    <message>
        <source>This picture cannot be read.</source>
        <translation>No se puede leer esta imagen.</translation>
    </message>
</context>
<context>
    <name>Hearth::PinnedPane</name>
    <message>
        <source>Pinned messages</source>
        <translation>Mensajes fijados</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>No se pudieron cargar los mensajes fijados</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>No hay nada fijado</translation>
    </message>
    <message>
        <source>You are offline: there may be some that are not stored here.</source>
        <translation>No tienes conexión: puede haber algunos que no están guardados aquí.</translation>
    </message>
    <message>
        <source>Pin a message with P, so that everybody finds it here.</source>
        <translation>Fija un mensaje con P para que todos lo encuentren aquí.</translation>
    </message>
</context>
<context>
    <name>Hearth::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Tell others what you have read</source>
        <translation>Decir a los demás qué has leído</translation>
    </message>
    <message>
        <source>read receipts seen ticks confirmation</source>
        <translation>confirmaciones de lectura visto marcas</translation>
    </message>
    <message>
        <source>Without it you do not see what others have read either.</source>
        <translation>Sin esto tampoco ves qué han leído los demás.</translation>
    </message>
    <message>
        <source>Show others when you are online</source>
        <translation>Mostrar a los demás cuándo estás en línea</translation>
    </message>
    <message>
        <source>presence status last seen activity away</source>
        <translation>presencia estado última vez actividad ausente</translation>
    </message>
    <message>
        <source>Without it you do not see when others are online either.</source>
        <translation>Sin esto tampoco ves cuándo están en línea los demás.</translation>
    </message>
    <message>
        <source>The setting was not changed. %1</source>
        <translation>El ajuste no se cambió. %1</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personas bloqueadas</translation>
    </message>
    <message>
        <source>block unblock ignore list safety</source>
        <translation>bloquear desbloquear ignorar lista seguridad</translation>
    </message>
    <message>
        <source>They cannot write to you directly, and see you as offline. You block somebody on their card.</source>
        <translation>No pueden escribirte directamente y te ven sin conexión. Puedes bloquear a alguien en su tarjeta.</translation>
    </message>
    <message>
        <source>Keep sign-ins in</source>
        <translation>Guardar los inicios de sesión en</translation>
    </message>
    <message>
        <source>token keychain wallet keyring password passphrase encryption security</source>
        <translation>token llavero cartera claves contraseña frase cifrado seguridad</translation>
    </message>
    <message>
        <source>Of all accounts on this computer. The file is for desktops whose keychain does not work: you are asked for its passphrase when Hearth starts.</source>
        <translation>De todas las cuentas de este ordenador. El archivo es para escritorios cuyo llavero no funciona: su frase de contraseña se te pide al iniciar Hearth.</translation>
    </message>
</context>
<context>
    <name>Hearth::ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>translation locale</source>
        <translation>traducción región</translation>
    </message>
    <message>
        <source>Start when you sign in on this computer</source>
        <translation>Iniciar al entrar en este ordenador</translation>
    </message>
    <message>
        <source>autostart login boot automatically launch</source>
        <translation>inicio automático arranque sesión</translation>
    </message>
    <message>
        <source>Hidden in the tray, where there is one.</source>
        <translation>Oculto en la bandeja, donde la haya.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Seguir en la bandeja al cerrar la ventana</translation>
    </message>
    <message>
        <source>background minimize quit notification area system tray icon</source>
        <translation>segundo plano minimizar salir área de notificación bandeja icono</translation>
    </message>
    <message>
        <source>Only where the desktop has a tray.</source>
        <translation>Solo donde el escritorio tiene bandeja.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuickSwitcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Ir a una conversación</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>Nombre de la conversación</translation>
    </message>
    <message>
        <source>No conversation is called like this.</source>
        <translation>Ninguna conversación se llama así.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuietMenu</name>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Show notifications again</source>
        <translation>Volver a mostrar notificaciones</translation>
    </message>
    <message>
        <source>Do not disturb: %1</source>
        <translation>No molestar: %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ReadersDialog</name>
    <message>
        <source>Who has read it</source>
        <translation>Quién lo ha leído</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>%1 – read %2</source>
        <translation>%1 – leído %2</translation>
    </message>
    <message>
        <source>%1 – delivered %2</source>
        <translation>%1 – entregado %2</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Nadie todavía.</translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message>
        <source>Send the report</source>
        <translation>Enviar la denuncia</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>Denunciar a %1</translation>
    </message>
    <message>
        <source>Report the message</source>
        <translation>Denunciar el mensaje</translation>
    </message>
    <message>
        <source>The administrators of this server read your report. Nobody else is told of it.</source>
        <translation>Los administradores de este servidor leen tu denuncia. Nadie más se entera.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>¿Qué ocurre?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>The report is too long by %Ln characters.</source>
        <translation>
            <numerusform>A la denuncia le sobra %Ln carácter.</numerusform>
            <numerusform>A la denuncia le sobran %Ln caracteres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::RightPane</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Hilo</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Mensajes fijados</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
</context>
<context>
    <name>Hearth::RowToolbar</name>
    <message>
        <source>React (+)</source>
        <translation>Reaccionar (+)</translation>
    </message>
    <message>
        <source>Reply (R)</source>
        <translation>Responder (R)</translation>
    </message>
    <message>
        <source>Open the thread (T)</source>
        <translation>Abrir el hilo (T)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>Editar (E)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Reaccionar con %1</translation>
    </message>
</context>
<context>
    <name>Hearth::SafetyButtons</name>
    <message>
        <source>Report…</source>
        <translation>Denunciar…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>Block %1? They can no longer write to you directly, and see you as offline. They are not told.</source>
        <translation>¿Bloquear a %1? Ya no podrá escribirte directamente y te verá sin conexión. No se le avisa.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message>
        <source>Search messages</source>
        <translation>Buscar mensajes</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Añadir un filtro</translation>
    </message>
    <message>
        <source>Newer result (Shift+F3)</source>
        <translation>Resultado más reciente (Mayús+F3)</translation>
    </message>
    <message>
        <source>Older result (F3)</source>
        <translation>Resultado más antiguo (F3)</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Mensajes encontrados</translation>
    </message>
    <message>
        <source>Messages before this day</source>
        <translation>Mensajes anteriores a este día</translation>
    </message>
    <message>
        <source>Messages since this day</source>
        <translation>Mensajes desde este día</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln results</source>
        <translation>
            <numerusform>Más de %Ln resultado</numerusform>
            <numerusform>Más de %Ln resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>One result</source>
        <translation>Un resultado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: only messages stored on this computer were searched.</source>
        <translation>No tienes conexión: solo se ha buscado en los mensajes guardados en este ordenador.</translation>
    </message>
    <message>
        <source>The server could not search: %1</source>
        <translation>El servidor no pudo buscar: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>Words, “words in quotation marks”, and filters like from:ana, in:team, before:2026-03-01, has:image.</source>
        <translation>Palabras, «palabras entre comillas» y filtros como from:ana, in:team, before:2026-03-01, has:image.</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>Sin resultados para «%1»</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPicker</name>
    <message>
        <source>Type the beginning of a name or a username.</source>
        <translation>Escribe el principio de un nombre o de un nombre de usuario.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nobody has a name that begins like this.</source>
        <translation>Nadie tiene un nombre que empiece así.</translation>
    </message>
    <message>
        <source>The search did not work. %1</source>
        <translation>La búsqueda no funcionó. %1</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Nombre o nombre de usuario</translation>
    </message>
</context>
<context>
    <name>Hearth::SelfBar</name>
    <message>
        <source>Status, appearance, signing out</source>
        <translation>Estado, apariencia, cerrar sesión</translation>
    </message>
    <message>
        <source>%1, %2. Menu</source>
        <translation>%1, %2. Menú</translation>
    </message>
</context>
<context>
    <name>Hearth::SettingsDialog</name>
    <message>
        <source>Search settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>No setting is called “%1”.</source>
        <translation>Ningún ajuste se llama «%1».</translation>
    </message>
</context>
<context>
    <name>Hearth::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Enviar el mensaje</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>Línea nueva en el mensaje</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Editar tu último mensaje</translation>
    </message>
    <message>
        <source>Up, in the empty field</source>
        <translation>Flecha arriba, en el campo vacío</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>Tachado</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
</context>
<context>
    <name>Hearth::Sidebar</name>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrar conversaciones</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Start a conversation or a group</source>
        <translation>Iniciar una conversación o un grupo</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>Buscar «%1» en los mensajes</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>Find somebody and say hello.</source>
        <translation>Encuentra a alguien y saluda.</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Iniciar una conversación</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>No conversation is called “%1”.</source>
        <translation>Ninguna conversación se llama «%1».</translation>
    </message>
    <message>
        <source>Everything is archived</source>
        <translation>Todo está archivado</translation>
    </message>
    <message>
        <source>Archived conversations are under “More”.</source>
        <translation>Las conversaciones archivadas están en «Más».</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Todo leído</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>No hay nada nuevo.</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>Sin menciones</translation>
    </message>
    <message>
        <source>Nobody has mentioned you in something you have not read.</source>
        <translation>Nadie te ha mencionado en algo que no hayas leído.</translation>
    </message>
    <message>
        <source>No direct conversations</source>
        <translation>No hay conversaciones directas</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>No hay grupos</translation>
    </message>
    <message>
        <source>Start one with Ctrl+Shift+N.</source>
        <translation>Crea uno con Ctrl+Mayús+N.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>No hay nada archivado</translation>
    </message>
    <message>
        <source>What you archive leaves the list and is kept here.</source>
        <translation>Lo que archivas sale de la lista y se guarda aquí.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInAgainDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Volver a iniciar sesión</translation>
    </message>
    <message>
        <source>The session of %1 at %2 has ended. Your drafts and unsent messages are kept.</source>
        <translation>La sesión de %1 en %2 ha terminado. Se conservan tus borradores y los mensajes no enviados.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Use a token instead of the password</source>
        <translation>Usar un token en lugar de la contraseña</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Crear una cuenta</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Nombre que ven los demás</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Enter your username.</source>
        <translation>Escribe tu nombre de usuario.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Escribe tu contraseña.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>La contraseña es demasiado corta: necesita al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>Invite code, if one is needed</source>
        <translation>Código de invitación, si hace falta</translation>
    </message>
    <message>
        <source>Sign in with a token</source>
        <translation>Iniciar sesión con un token</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>An access token that you were given</source>
        <translation>Un token de acceso que te dieron</translation>
    </message>
    <message>
        <source>Paste your token.</source>
        <translation>Pega tu token.</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>Iniciar sesión con una contraseña</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ajustes (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>Hearth::SpellingMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Sin sugerencias</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Añadir al diccionario</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
    <message>
        <source>Check while typing</source>
        <translation>Revisar al escribir</translation>
    </message>
</context>
<context>
    <name>Hearth::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear what is stored</source>
        <translation>Vaciar lo guardado</translation>
    </message>
    <message>
        <source>They are read from here at once and without a connection. After clearing they come from the server again; drafts and what waits to be sent stay.</source>
        <translation>Se leen desde aquí al momento y sin conexión. Después de vaciar vuelven a venir del servidor; los borradores y lo que espera a enviarse se quedan.</translation>
    </message>
    <message>
        <source>It could not be cleared. %1</source>
        <translation>No se pudo vaciar. %1</translation>
    </message>
    <message>
        <source>Messages and files stored on this computer</source>
        <translation>Mensajes y archivos guardados en este ordenador</translation>
    </message>
    <message>
        <source>cache disk space size clean delete database offline pictures</source>
        <translation>caché disco espacio tamaño limpiar borrar base de datos sin conexión imágenes</translation>
    </message>
</context>
<context>
    <name>Hearth::ThreadPane</name>
    <message>
        <source>Reply in the thread</source>
        <translation>Responder en el hilo</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelinePane</name>
    <message>
        <source>Loading messages…</source>
        <translation>Cargando mensajes…</translation>
    </message>
    <message>
        <source>This thread is not stored on this computer. It is shown when you are back online.</source>
        <translation>Este hilo no está guardado en este ordenador. Se mostrará cuando vuelvas a tener conexión.</translation>
    </message>
    <message>
        <source>The messages could not be loaded.</source>
        <translation>No se pudieron cargar los mensajes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No messages yet. Say hello.</source>
        <translation>Aún no hay mensajes. Saluda.</translation>
    </message>
    <message>
        <source>No messages yet. Say hello to %1.</source>
        <translation>Aún no hay mensajes. Saluda a %1.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
        <source>The text of this link does not say where it leads:</source>
        <translation>El texto de este enlace no dice adónde lleva:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Abrir el hilo</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Read by %1 of %2</source>
        <translation>Leído por %1 de %2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Reaccionar…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin for everybody</source>
        <translation>Fijar para todos</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Versiones anteriores…</translation>
    </message>
    <message>
        <source>Who has read it…</source>
        <translation>Quién lo ha leído…</translation>
    </message>
    <message>
        <source>Report the message…</source>
        <translation>Denunciar el mensaje…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln más</numerusform>
            <numerusform>%Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an emoji, and who reacted with it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>en respuesta a %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln respuesta</numerusform>
            <numerusform>%Ln respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>Read up to here by %1</source>
        <translation>Leído hasta aquí por %1</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Copy link to the message</source>
        <translation>Copiar el enlace al mensaje</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day of this year, QDate format</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year, QDate format</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>Mark unread from here</source>
        <translation>Marcar como no leído desde aquí</translation>
    </message>
</context>
<context>
    <name>Hearth::Tray</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message numerus="yes">
        <source>Hearth: %Ln unread</source>
        <translation>
            <numerusform>Hearth: %Ln sin leer</numerusform>
            <numerusform>Hearth: %Ln sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Hearth</source>
        <translation>Abrir Hearth</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Hearth::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Hearth::UserSearchModel</name>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
</context>
<context>
    <name>Hearth::VersionsDialog</name>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
</context>
<context>
    <name>Hearth::Workspace</name>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>(%1) %2</translation>
    </message>
    <message>
        <source>Start a conversation…</source>
        <translation>Iniciar una conversación…</translation>
    </message>
    <message>
        <source>Start a group…</source>
        <translation>Crear un grupo…</translation>
    </message>
    <message>
        <source>Go to a conversation…</source>
        <translation>Ir a una conversación…</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrar conversaciones</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Añadir una cuenta…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>Hearth::WorkspacePanes</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Info about the conversation</source>
        <translation>Información de la conversación</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Mensajes fijados</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Ir a una fecha…</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>Conversación sin leer anterior</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Conversación sin leer siguiente</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Pin the conversation</source>
        <translation>Fijar la conversación</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>Silenciar la conversación</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Archivar la conversación</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Mostrar el mensaje</translation>
    </message>
    <message>
        <source>This message is not stored on this computer. It can be shown when you are back online, unless it was deleted.</source>
        <translation>Este mensaje no está guardado en este ordenador. Se podrá mostrar cuando vuelvas a tener conexión, si no se ha eliminado.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Ir a una fecha</translation>
    </message>
    <message>
        <source>The day could not be found. %1</source>
        <translation>No se encontró el día. %1</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Mensaje directo</translation>
    </message>
</context>
<context>
    <name>Hearth::WritingPage</name>
    <message>
        <source>Writing and keys</source>
        <translation>Escritura y teclas</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Intro envía, Mayús+Intro empieza una línea</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Ctrl+Intro envía, Intro empieza una línea</translation>
    </message>
    <message>
        <source>The key that sends</source>
        <translation>La tecla que envía</translation>
    </message>
    <message>
        <source>return control composer keyboard shortcut message line break</source>
        <translation>retorno control campo teclado atajo mensaje salto de línea</translation>
    </message>
    <message>
        <source>All keys are shown by Ctrl+/.</source>
        <translation>Todas las teclas se muestran con Ctrl+/.</translation>
    </message>
    <message>
        <source>Check spelling while typing</source>
        <translation>Revisar la ortografía al escribir</translation>
    </message>
    <message>
        <source>spell check typos mistakes correction words</source>
        <translation>corrector ortográfico erratas errores corrección palabras</translation>
    </message>
    <message>
        <source>No dictionaries are installed on this computer.</source>
        <translation>No hay diccionarios instalados en este ordenador.</translation>
    </message>
    <message>
        <source>Languages of the spelling</source>
        <translation>Idiomas de la ortografía</translation>
    </message>
    <message>
        <source>dictionary dictionaries hunspell spell check</source>
        <translation>diccionario diccionarios hunspell corrector</translation>
    </message>
    <message>
        <source>A word is right when it is right in one of them. Dictionaries are those of the system.</source>
        <translation>Una palabra es correcta si lo es en uno de ellos. Los diccionarios son los del sistema.</translation>
    </message>
</context>
<context>
    <name>MuteChoice</name>
    <message>
        <source>For an hour</source>
        <translation>Durante una hora</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>Durante 8 horas</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Durante un día</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Durante una semana</translation>
    </message>
    <message>
        <source>Until I turn it on again</source>
        <translation>Hasta que lo vuelva a activar</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>Mentions and replies</source>
        <translation>Menciones y respuestas</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta %1</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln mensaje nuevo</numerusform>
            <numerusform>%Ln mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is something new for you.</source>
        <translation>Hay algo nuevo para ti.</translation>
    </message>
</context>
<context>
    <name>PaneRow</name>
    <message>
        <source>Message without text</source>
        <translation>Mensaje sin texto</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>sin leer</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>d MMM</source>
        <comment>day and month without the year, QDate format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>%1 is typing</source>
        <translation>%1 está escribiendo</translation>
    </message>
    <message>
        <source>%1 and %2 are typing</source>
        <translation>%1 y %2 están escribiendo</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are typing</source>
        <translation>%1, %2 y %3 están escribiendo</translation>
    </message>
    <message>
        <source>Several people are typing</source>
        <translation>Varias personas están escribiendo</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>El llavero no responde.</translation>
    </message>
</context>
<context>
    <name>RegistryAutostart</name>
    <message>
        <source>The registry could not be changed.</source>
        <translation>No se pudo cambiar el registro.</translation>
    </message>
</context>
<context>
    <name>SealedFile</name>
    <message>
        <source>The encrypted file is damaged.</source>
        <translation>El archivo cifrado está dañado.</translation>
    </message>
    <message>
        <source>There is too little memory to open the file.</source>
        <translation>No hay memoria suficiente para abrir el archivo.</translation>
    </message>
    <message>
        <source>This computer cannot encrypt the file.</source>
        <translation>Este ordenador no puede cifrar el archivo.</translation>
    </message>
    <message>
        <source>There is no encrypted file.</source>
        <translation>No hay ningún archivo cifrado.</translation>
    </message>
    <message>
        <source>A newer Hearth wrote the encrypted file.</source>
        <translation>Un Hearth más reciente escribió el archivo cifrado.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file.</source>
        <translation>Esta frase de contraseña no abre el archivo.</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>a file</source>
        <translation>un archivo</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>un vídeo</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>una grabación</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>un enlace</translation>
    </message>
    <message>
        <source>a reaction</source>
        <translation>una reacción</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>a pin</source>
        <translation>un mensaje fijado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>una respuesta</translation>
    </message>
    <message>
        <source>a mention of you</source>
        <translation>una mención a ti</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>sin leer</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>mí</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>En: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Antes: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>Tiene: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Es: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>No: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Mí</translation>
    </message>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Antes…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Después…</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Tiene</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Es</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>This is not a server address. Write it like chat.example.org.</source>
        <translation>Esto no es una dirección de servidor. Escríbela como chat.example.org.</translation>
    </message>
</context>
<context>
    <name>XdgAutostart</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
</context>
</TS>
