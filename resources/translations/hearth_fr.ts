<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Unmute</source>
        <translation>Réactiver les notifications</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Me notifier de</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Épingler en haut</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sortir de l’archive</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lue</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>one unread message</source>
        <translation>un message non lu</translation>
    </message>
    <message>
        <source>%1 unread messages</source>
        <translation>%1 messages non lus</translation>
    </message>
    <message>
        <source>you are mentioned</source>
        <translation>vous êtes mentionné</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Brouillon&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DBusNotifications</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
</context>
<context>
    <name>Hearth::AboutPage</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Hearth %1, with Qt %2</source>
        <translation>Hearth %1, avec Qt %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>number update release information</source>
        <translation>numéro mise à jour publication information</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Licence Apache 2.0</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>license copyright open source free</source>
        <translation>licence droits d’auteur logiciel libre gratuit</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountButton</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unread</source>
        <translation>
            <numerusform>%1, %Ln non lu</numerusform>
            <numerusform>%1, %Ln non lus</numerusform>
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
        <translation>Aucun serveur ne répond à %1. %2</translation>
    </message>
    <message>
        <source>If it has no encryption, write http:// before the address.</source>
        <translation>S’il n’a pas de chiffrement, écrivez http:// devant l’adresse.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Hearth server.</source>
        <translation>Ce qui répond à %1 n’est pas un serveur Hearth.</translation>
    </message>
    <message>
        <source>The username or the password is wrong.</source>
        <translation>Le nom d’utilisateur ou le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment and try again.</source>
        <translation>Trop de tentatives. Attendez un moment et réessayez.</translation>
    </message>
    <message>
        <source>This username is taken. Choose another one.</source>
        <translation>Ce nom d’utilisateur est pris. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>Le mot de passe est trop court&#xa0;: il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>The server does not accept this token. It may have expired.</source>
        <translation>Le serveur n’accepte pas ce jeton. Il a peut-être expiré.</translation>
    </message>
    <message>
        <source>This token belongs to another account: %1.</source>
        <translation>Ce jeton appartient à un autre compte&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountMenu</name>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Nom que voient les autres</translation>
    </message>
    <message>
        <source>display name nickname profile rename</source>
        <translation>nom affiché surnom profil renommer</translation>
    </message>
    <message>
        <source>You are %1 at %2.</source>
        <translation>Vous êtes %1 sur %2.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Choisir une image…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>La retirer</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Retirer l’image</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>avatar photo portrait profile image upload</source>
        <translation>avatar photo portrait profil image envoyer</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>secret change security</source>
        <translation>secret changer sécurité</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>At least %1 characters. Your other devices are signed out.</source>
        <translation>Au moins %1 caractères. Vos autres appareils seront déconnectés.</translation>
    </message>
    <message>
        <source>change password</source>
        <translation>changer mot de passe</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Quitter cet ordinateur</translation>
    </message>
    <message>
        <source>log out sign off account remove end session</source>
        <translation>déconnexion sortir compte retirer fin de session</translation>
    </message>
    <message>
        <source>What is stored here of this account is removed.</source>
        <translation>Ce qui est conservé ici de ce compte est supprimé.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>L’image est trop grande.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>What the server keeps about you</source>
        <translation>Ce que le serveur conserve sur vous</translation>
    </message>
    <message>
        <source>export download data backup archive messages privacy</source>
        <translation>exporter télécharger données sauvegarde archive messages confidentialité rgpd</translation>
    </message>
    <message>
        <source>Your account, conversations, messages and all else, as a file of JSON lines.</source>
        <translation>Votre compte, vos conversations, vos messages et tout le reste, dans un fichier de lignes JSON.</translation>
    </message>
    <message>
        <source>Delete the account…</source>
        <translation>Supprimer le compte…</translation>
    </message>
    <message>
        <source>Leave for good</source>
        <translation>Partir pour de bon</translation>
    </message>
    <message>
        <source>delete erase close account remove messages</source>
        <translation>supprimer effacer fermer compte retirer messages</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountRail</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
</context>
<context>
    <name>Hearth::AddPeopleDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Ajouter des personnes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 could not be added. %2</source>
        <translation>%1 n’a pas pu être ajouté. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>theme dark mode night light high contrast accessibility look skin</source>
        <translation>thème sombre nuit clair contraste élevé accessibilité aspect</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>font zoom bigger larger smaller scale accessibility</source>
        <translation>police zoom plus grand plus petit échelle accessibilité</translation>
    </message>
    <message>
        <source>Ctrl and + or − change it everywhere, Ctrl+0 goes back.</source>
        <translation>Ctrl et + ou − la changent partout, Ctrl+0 la rétablit.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Confortable</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>Bulles</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>density cozy compact bubbles white space layout avatars lines</source>
        <translation>densité confortable compact bulles espace blanc disposition photos lignes</translation>
    </message>
    <message>
        <source>Compact shows more of them at once. Bubbles put your own on the other side.</source>
        <translation>Compact en montre davantage à la fois. Les bulles placent les vôtres de l’autre côté.</translation>
    </message>
</context>
<context>
    <name>Hearth::Attachment</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, en attente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>image %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>fichier %1, %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 ne peut pas être affiché</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentActions</name>
    <message>
        <source>Open this file?</source>
        <translation>Ouvrir ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>“%1” may be a program, or run one.</source>
        <translation>«&#xa0;%1&#xa0;» est peut-être un programme, ou en lance un.</translation>
    </message>
    <message>
        <source>Open it only if you trust whoever sent it, and know what it is.</source>
        <translation>Ne l’ouvrez que si vous faites confiance à l’expéditeur et savez ce que c’est.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Le fichier ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>No program for this kind of file was found.</source>
        <translation>Aucun programme n’a été trouvé pour ce type de fichier.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>The file cannot be saved.</source>
        <translation>Le fichier ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message>
        <source>Send as a file</source>
        <translation>Envoyer comme fichier</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Fichiers joints</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more were refused.</source>
        <translation>
            <numerusform>%Ln autre a été refusé.</numerusform>
            <numerusform>%Ln autres ont été refusés.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message takes at most %1 files.</source>
        <translation>Un message accepte au plus %1 fichiers.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Image %1.png</translation>
    </message>
    <message>
        <source>The picture is too large (%1). The server takes files of at most %2.</source>
        <translation>L’image est trop grande (%1). Le serveur accepte des fichiers d’au plus %2.</translation>
    </message>
    <message>
        <source>The picture cannot be written.</source>
        <translation>L’image ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>The text cannot be written: %1</source>
        <translation>Le texte ne peut pas être écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Text.txt</source>
        <translation>Texte.txt</translation>
    </message>
    <message>
        <source>That is a long text. It can also go as a file.</source>
        <translation>C’est un long texte. Il peut aussi partir comme fichier.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Mettez-le dans un seul fichier pour l’envoyer.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“%1” is too large (%2). The server takes files of at most %3.</source>
        <translation>«&#xa0;%1&#xa0;» est trop grand (%2). Le serveur accepte des fichiers d’au plus %3.</translation>
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
        <translation>Suppr le retire du message.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Hearth::BadgeButton</name>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1, %2 non lus</translation>
    </message>
</context>
<context>
    <name>Hearth::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Hearth::BlockedList</name>
    <message>
        <source>You have blocked nobody.</source>
        <translation>Vous n’avez bloqué personne.</translation>
    </message>
    <message>
        <source>%1 (@%2)</source>
        <translation>%1 (@%2)</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Débloquer %1</translation>
    </message>
    <message>
        <source>%1 is still blocked. %2</source>
        <translation>%1 est toujours bloqué. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ChosenSecretStore</name>
    <message>
        <source>The sign-ins are being moved already.</source>
        <translation>Les connexions sont déjà en cours de déplacement.</translation>
    </message>
    <message>
        <source>The keychain does not keep what it is given.</source>
        <translation>Le trousseau ne garde pas ce qu’on lui confie.</translation>
    </message>
</context>
<context>
    <name>Hearth::Completer</name>
    <message>
        <source>Suggestion: %1, %2</source>
        <translation>Suggestion&#xa0;: %1, %2</translation>
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
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>Hearth::Composer</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Too long by %1 characters. Shorten the message or send it in parts.</source>
        <translation>Trop long de %1 caractères. Raccourcissez le message ou envoyez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>%1 caractères restants</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+Shift+E)</source>
        <translation>Émojis (Ctrl+Maj+E)</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+U)</source>
        <translation>Joindre des fichiers (Ctrl+U)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>You may not write in this conversation.</source>
        <translation>Vous ne pouvez pas écrire dans cette conversation.</translation>
    </message>
</context>
<context>
    <name>Hearth::ComposerFiles</name>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionBanner</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %Ln messages will be sent when you are back.</source>
        <translation>
            <numerusform>Vous êtes hors ligne. %Ln message sera envoyé à votre retour.</numerusform>
            <numerusform>Vous êtes hors ligne. %Ln messages seront envoyés à votre retour.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline. One message will be sent when you are back.</source>
        <translation>Vous êtes hors ligne. Un message sera envoyé à votre retour.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Fetching what you missed…</source>
        <translation>Récupération de ce que vous avez manqué…</translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %Ln s)</source>
        <translation>
            <numerusform>Connexion… (nouvel essai dans %Ln s)</numerusform>
            <numerusform>Connexion… (nouvel essai dans %Ln s)</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not signed in. Nothing is lost.</source>
        <translation>Vous n’êtes pas connecté. Rien n’est perdu.</translation>
    </message>
</context>
<context>
    <name>Hearth::ContextBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>Brouillon&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message>
        <source>Only you</source>
        <translation>Vous seul</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Search in this conversation (Ctrl+F)</source>
        <translation>Rechercher dans cette conversation (Ctrl+F)</translation>
    </message>
    <message>
        <source>Info (Ctrl+.)</source>
        <translation>Informations (Ctrl+.)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
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
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationPane</name>
    <message>
        <source>No conversation is open</source>
        <translation>Aucune conversation n’est ouverte</translation>
    </message>
    <message>
        <source>Choose one, or use the keyboard:</source>
        <translation>Choisissez-en une, ou utilisez le clavier&#xa0;:</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Démarrer une conversation</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Créer un groupe</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>Aller à une conversation</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Tous les raccourcis</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Message à %1</translation>
    </message>
    <message>
        <source>Mute the conversation, or no longer</source>
        <translation>Mettre la conversation en sourdine, ou non</translation>
    </message>
    <message>
        <source>Pin the conversation, or no longer</source>
        <translation>Épingler la conversation, ou non</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Archive the conversation, or no longer</source>
        <translation>Archiver la conversation, ou non</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Bienvenue dans Hearth</translation>
    </message>
    <message>
        <source>Find somebody to talk to, or use the keyboard:</source>
        <translation>Trouvez quelqu’un à qui parler, ou utilisez le clavier&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Hearth::DeleteAccountDialog</name>
    <message>
        <source>Delete everything I wrote, too</source>
        <translation>Supprimer aussi tout ce que j’ai écrit</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Supprimer le compte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password, if you have one here</source>
        <translation>Mot de passe, si vous en avez un ici</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The account %1 at %2 is deleted for good, and nobody can bring it back. Your name, picture and settings go at once, and you leave all groups. What you wrote stays under “Deleted user”.</source>
        <translation>Le compte %1 sur %2 est supprimé définitivement, et personne ne peut le rétablir. Votre nom, votre image et vos paramètres disparaissent aussitôt, et vous quittez tous les groupes. Ce que vous avez écrit reste sous « Deleted user ».</translation>
    </message>
</context>
<context>
    <name>Hearth::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Où vous êtes connecté</translation>
    </message>
    <message>
        <source>sessions computers phones revoke sign out remote security</source>
        <translation>sessions ordinateurs téléphones révoquer déconnecter distance sécurité</translation>
    </message>
    <message>
        <source>The devices are not known. %1</source>
        <translation>Les appareils ne sont pas connus. %1</translation>
    </message>
    <message>
        <source>A device without a name</source>
        <translation>Un appareil sans nom</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Cet appareil</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Dernière utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Déconnecter %1</translation>
    </message>
    <message>
        <source>The device was not signed out. %1</source>
        <translation>L’appareil n’a pas été déconnecté. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::DropOverlay</name>
    <message>
        <source>Drop files to send them</source>
        <translation>Déposez des fichiers pour les envoyer</translation>
    </message>
</context>
<context>
    <name>Hearth::EmojiPicker</name>
    <message>
        <source>Used last</source>
        <translation>Utilisés récemment</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>Visages et émotions</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>Personnes et corps</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Animaux et nature</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Aliments et boissons</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Voyages et lieux</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objets</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symboles</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Drapeaux</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>Sans couleur de peau</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Peau claire</translation>
    </message>
    <message>
        <source>Medium light skin tone</source>
        <translation>Peau assez claire</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Peau moyenne</translation>
    </message>
    <message>
        <source>Medium dark skin tone</source>
        <translation>Peau assez foncée</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Peau foncée</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Rechercher un émoji</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Aucun émoji ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Couleur de peau</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
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
        <translation>Le fichier chiffré est verrouillé.</translation>
    </message>
</context>
<context>
    <name>Hearth::FilterChip</name>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Retirer le filtre «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Hearth::ImageViewer</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Ouvrir avec un autre programme</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation>Chargement… %1&#xa0;%</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>L’image ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Image %1</translation>
    </message>
</context>
<context>
    <name>Hearth::InboxPane</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Maj+Échap</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Aucune notification</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, you find it here.</source>
        <translation>Quand quelqu’un vous mentionne ou vous répond, vous le trouvez ici.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Décrire…</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Quitter le groupe…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>Supprimer le groupe…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Me notifier de</translation>
    </message>
    <message>
        <source>Pinned to the top of the list</source>
        <translation>Épinglée en haut de la liste</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivée</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Ajouter des personnes…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Vous seul</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>Membres (%1)</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>Pas en sourdine</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>Réactiver</translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation>Écrire un message direct</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>Nommer propriétaire</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Nommer administrateur</translation>
    </message>
    <message>
        <source>Make a member</source>
        <translation>Nommer membre</translation>
    </message>
    <message>
        <source>Allow to write</source>
        <translation>Autoriser à écrire</translation>
    </message>
    <message>
        <source>Allow to read only</source>
        <translation>Autoriser à lire seulement</translation>
    </message>
    <message>
        <source>Remove from the group…</source>
        <translation>Retirer du groupe…</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Retirer du groupe</translation>
    </message>
    <message>
        <source>Remove %1 from the group?</source>
        <translation>Retirer %1 du groupe&#xa0;?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>Renommer le groupe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>Describe the group</source>
        <translation>Décrire le groupe</translation>
    </message>
    <message>
        <source>What the group is about</source>
        <translation>Le sujet du groupe</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>Quitter le groupe</translation>
    </message>
    <message>
        <source>Leave “%1”? You no longer see its messages, and only a member can add you again.</source>
        <translation>Quitter «&#xa0;%1&#xa0;»&#xa0;? Vous ne verrez plus ses messages, et seul un membre pourra vous ajouter de nouveau.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Supprimer le groupe</translation>
    </message>
    <message>
        <source>Delete “%1” with all its messages and files, for everybody? This cannot be undone.</source>
        <translation>Supprimer «&#xa0;%1&#xa0;» avec tous ses messages et fichiers, pour tout le monde&#xa0;? C’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>Afficher le profil</translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message>
        <source>Jump to the latest messages</source>
        <translation>Aller aux derniers messages</translation>
    </message>
    <message numerus="yes">
        <source>Jump to the latest messages, %Ln new</source>
        <translation>
            <numerusform>Aller aux derniers messages, %Ln nouveau</numerusform>
            <numerusform>Aller aux derniers messages, %Ln nouveaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingBanner</name>
    <message>
        <source>Token not saved: you will be asked to sign in next time.</source>
        <translation>La connexion n’a pas été enregistrée&#xa0;: elle vous sera demandée la prochaine fois.</translation>
    </message>
    <message>
        <source>Use encrypted file…</source>
        <translation>Utiliser un fichier chiffré…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Déverrouiller…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Unlock it to connect.</source>
        <translation>Vos connexions sont dans un fichier chiffré. Déverrouillez-le pour vous connecter.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the encrypted file.</source>
        <translation>Vos connexions n’ont pas pu être lues dans le fichier chiffré.</translation>
    </message>
    <message>
        <source>Your sign-ins are in the keychain. Unlock it to connect.</source>
        <translation>Vos connexions sont dans le trousseau. Déverrouillez-le pour vous connecter.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the keychain.</source>
        <translation>Vos connexions n’ont pas pu être lues dans le trousseau.</translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingChoice</name>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>Le trousseau du bureau</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>Un fichier chiffré</translation>
    </message>
    <message>
        <source>Delete the encrypted file</source>
        <translation>Supprimer le fichier chiffré</translation>
    </message>
    <message>
        <source>The file is locked. Unlock it first, and its sign-ins are moved to the keychain; or delete it with what is in it, and sign in again.</source>
        <translation>Le fichier est verrouillé. Déverrouillez-le d’abord et ses connexions passeront dans le trousseau&#xa0;; ou supprimez-le avec ce qu’il contient et connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>The sign-ins stay in the file. %1</source>
        <translation>Les connexions restent dans le fichier. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::LinkOpener</name>
    <message>
        <source>This link cannot be understood.</source>
        <translation>Ce lien n’est pas compréhensible.</translation>
    </message>
    <message>
        <source>The conversation of this link is not among yours. Somebody in it can add you.</source>
        <translation>La conversation de ce lien n’est pas parmi les vôtres. Quelqu’un qui en fait partie peut vous ajouter.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Ouvrir un lien</translation>
    </message>
    <message>
        <source>The link leads to the server %1, where you are not signed in. Sign in there? Do so only if you know this server.</source>
        <translation>Le lien mène au serveur %1, où vous n’êtes pas connecté. S’y connecter&#xa0;? Ne le faites que si vous connaissez ce serveur.</translation>
    </message>
    <message>
        <source>Go to signing in</source>
        <translation>Aller à la connexion</translation>
    </message>
</context>
<context>
    <name>Hearth::ListFilters</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lues</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Autres filtres</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivées</translation>
    </message>
</context>
<context>
    <name>Hearth::MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Texte de taille normale</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
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
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Sign out and remove the messages that are kept on this computer? Drafts and messages that have not been sent are lost.</source>
        <translation>Se déconnecter et supprimer les messages conservés sur cet ordinateur&#xa0;? Les brouillons et les messages non envoyés seront perdus.</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberDelegate</name>
    <message>
        <source>may only read</source>
        <translation>peut seulement lire</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberModel</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageActions</name>
    <message>
        <source>The message was deleted.</source>
        <translation>Le message a été supprimé.</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message>
        <source>This message was deleted.</source>
        <translation>Ce message a été supprimé.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(modifié)</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Non envoyé.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Your change was not saved. %1</source>
        <translation>Votre modification n’a pas été enregistrée. %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln réponse</numerusform>
            <numerusform>%Ln réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not there any more.</source>
        <translation>Ce message n’existe plus.</translation>
    </message>
    <message>
        <source>A message further up</source>
        <translation>Un message plus haut</translation>
    </message>
    <message>
        <source>React with something else</source>
        <translation>Réagir avec autre chose</translation>
    </message>
</context>
<context>
    <name>Hearth::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
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
        <translation>http socks tor pare-feu connexion internet vpn</translation>
    </message>
    <message>
        <source>Proxy server</source>
        <translation>Serveur proxy</translation>
    </message>
    <message>
        <source>host address name</source>
        <translation>hôte adresse nom</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
</context>
<context>
    <name>Hearth::NewDirectDialog</name>
    <message>
        <source>Start a conversation</source>
        <translation>Démarrer une conversation</translation>
    </message>
</context>
<context>
    <name>Hearth::NewGroupDialog</name>
    <message>
        <source>Create group</source>
        <translation>Créer le groupe</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Créer un groupe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationModel</name>
    <message>
        <source>mentioned you</source>
        <translation>vous a mentionné</translation>
    </message>
    <message>
        <source>mentioned you in %1</source>
        <translation>vous a mentionné dans %1</translation>
    </message>
    <message>
        <source>replied to you</source>
        <translation>vous a répondu</translation>
    </message>
    <message>
        <source>replied to you in %1</source>
        <translation>vous a répondu dans %1</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Afficher les notifications</translation>
    </message>
    <message>
        <source>popup alert bubble toast banner sound off</source>
        <translation>alerte bulle bannière son désactiver</translation>
    </message>
    <message>
        <source>What each conversation tells of is set in its info.</source>
        <translation>Ce que chaque conversation signale se règle dans ses informations.</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Nom et texte</translation>
    </message>
    <message>
        <source>Only the name</source>
        <translation>Le nom seulement</translation>
    </message>
    <message>
        <source>Only that there is something</source>
        <translation>Seulement qu’il y a du nouveau</translation>
    </message>
    <message>
        <source>What they tell</source>
        <translation>Ce qu’elles montrent</translation>
    </message>
    <message>
        <source>privacy preview hide content sender secret lock screen</source>
        <translation>vie privée aperçu masquer contenu expéditeur secret verrouillage</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Ne pas déranger</translation>
    </message>
    <message>
        <source>DND quiet silence pause snooze mute all focus</source>
        <translation>calme silence pause sourdine concentration</translation>
    </message>
    <message>
        <source>Nothing pops up meanwhile. While your status is “busy”, nothing does either.</source>
        <translation>Rien ne s’affiche pendant ce temps, ni tant que votre statut est «&#xa0;occupé&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Hearth::PaneList</name>
    <message>
        <source>Show the message</source>
        <translation>Afficher le message</translation>
    </message>
</context>
<context>
    <name>Hearth::PanePlace</name>
    <message>
        <source>Close the pane</source>
        <translation>Fermer le volet</translation>
    </message>
</context>
<context>
    <name>Hearth::PassphraseDialog</name>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Use the file</source>
        <translation>Utiliser le fichier</translation>
    </message>
    <message>
        <source>Unlock the sign-ins</source>
        <translation>Déverrouiller les connexions</translation>
    </message>
    <message>
        <source>Keep sign-ins in an encrypted file</source>
        <translation>Garder les connexions dans un fichier chiffré</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Without its passphrase you can read what is stored on this computer, and sign in again.</source>
        <translation>Vos connexions sont dans un fichier chiffré. Sans sa phrase de passe, vous pouvez lire ce qui est conservé sur cet ordinateur et vous connecter à nouveau.</translation>
    </message>
    <message>
        <source>The file lies on this computer, and only the passphrase opens it. You are asked for it when Hearth starts. If you forget it, you sign in again, and nothing else is lost.</source>
        <translation>Le fichier se trouve sur cet ordinateur et seule la phrase de passe l’ouvre. Elle vous est demandée au démarrage de Hearth. Si vous l’oubliez, vous vous connectez à nouveau, et rien d’autre n’est perdu.</translation>
    </message>
    <message>
        <source>The present file is locked: it is deleted, with the sign-ins in it.</source>
        <translation>Le fichier actuel est verrouillé&#xa0;: il est supprimé avec les connexions qu’il contient.</translation>
    </message>
    <message>
        <source>Sign in instead…</source>
        <translation>Se connecter à la place…</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation>La phrase de passe est trop courte&#xa0;: il lui faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>These are two different passphrases.</source>
        <translation>Ce sont deux phrases de passe différentes.</translation>
    </message>
</context>
<context>
    <name>Hearth::PersonCard</name>
    <message>
        <source>Write a direct message</source>
        <translation>Écrire un message direct</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Vu pour la dernière fois %1</translation>
    </message>
</context>
<context>
    <name>Hearth::PictureReader</name>
    <message>
        <source>This picture cannot be read.</source>
        <translation>Cette image ne peut pas être lue.</translation>
    </message>
</context>
<context>
    <name>Hearth::PinnedPane</name>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>Les messages épinglés n’ont pas pu être chargés</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>Rien n’est épinglé</translation>
    </message>
    <message>
        <source>You are offline: there may be some that are not stored here.</source>
        <translation>Vous êtes hors ligne&#xa0;: il y en a peut-être qui ne sont pas conservés ici.</translation>
    </message>
    <message>
        <source>Pin a message with P, so that everybody finds it here.</source>
        <translation>Épinglez un message avec P pour que tout le monde le trouve ici.</translation>
    </message>
</context>
<context>
    <name>Hearth::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Tell others what you have read</source>
        <translation>Dire aux autres ce que vous avez lu</translation>
    </message>
    <message>
        <source>read receipts seen ticks confirmation</source>
        <translation>accusés de lecture vu coches confirmation</translation>
    </message>
    <message>
        <source>Without it you do not see what others have read either.</source>
        <translation>Sans cela, vous ne voyez pas non plus ce que les autres ont lu.</translation>
    </message>
    <message>
        <source>Show others when you are online</source>
        <translation>Montrer aux autres quand vous êtes en ligne</translation>
    </message>
    <message>
        <source>presence status last seen activity away</source>
        <translation>présence statut dernière visite activité absent</translation>
    </message>
    <message>
        <source>Without it you do not see when others are online either.</source>
        <translation>Sans cela, vous ne voyez pas non plus quand les autres sont en ligne.</translation>
    </message>
    <message>
        <source>The setting was not changed. %1</source>
        <translation>Le paramètre n’a pas été changé. %1</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personnes bloquées</translation>
    </message>
    <message>
        <source>block unblock ignore list safety</source>
        <translation>bloquer débloquer ignorer liste sécurité</translation>
    </message>
    <message>
        <source>They cannot write to you directly, and see you as offline. You block somebody on their card.</source>
        <translation>Elles ne peuvent pas vous écrire directement et vous voient hors ligne. Vous bloquez quelqu’un sur sa fiche.</translation>
    </message>
    <message>
        <source>Keep sign-ins in</source>
        <translation>Garder les connexions dans</translation>
    </message>
    <message>
        <source>token keychain wallet keyring password passphrase encryption security</source>
        <translation>jeton trousseau portefeuille clés mot de passe phrase chiffrement sécurité</translation>
    </message>
    <message>
        <source>Of all accounts on this computer. The file is for desktops whose keychain does not work: you are asked for its passphrase when Hearth starts.</source>
        <translation>De tous les comptes de cet ordinateur. Le fichier est destiné aux bureaux dont le trousseau ne fonctionne pas&#xa0;: sa phrase de passe vous est demandée au démarrage de Hearth.</translation>
    </message>
</context>
<context>
    <name>Hearth::ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>translation locale</source>
        <translation>traduction région</translation>
    </message>
    <message>
        <source>Start when you sign in on this computer</source>
        <translation>Démarrer à l’ouverture de session sur cet ordinateur</translation>
    </message>
    <message>
        <source>autostart login boot automatically launch</source>
        <translation>démarrage automatique session lancer</translation>
    </message>
    <message>
        <source>Hidden in the tray, where there is one.</source>
        <translation>Masqué dans la zone de notification, s’il y en a une.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Continuer dans la zone de notification quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>background minimize quit notification area system tray icon</source>
        <translation>arrière-plan réduire quitter zone de notification icône</translation>
    </message>
    <message>
        <source>Only where the desktop has a tray.</source>
        <translation>Seulement si le bureau a une zone de notification.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuickSwitcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Aller à une conversation</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>Nom de la conversation</translation>
    </message>
    <message>
        <source>No conversation is called like this.</source>
        <translation>Aucune conversation ne s’appelle ainsi.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuietMenu</name>
    <message>
        <source>Do not disturb</source>
        <translation>Ne pas déranger</translation>
    </message>
    <message>
        <source>Show notifications again</source>
        <translation>Afficher de nouveau les notifications</translation>
    </message>
    <message>
        <source>Do not disturb: %1</source>
        <translation>Ne pas déranger&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ReadersDialog</name>
    <message>
        <source>Who has read it</source>
        <translation>Qui l’a lu</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>%1 – read %2</source>
        <translation>%1 – lu %2</translation>
    </message>
    <message>
        <source>%1 – delivered %2</source>
        <translation>%1 – distribué %2</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Personne pour l’instant.</translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message>
        <source>Send the report</source>
        <translation>Envoyer le signalement</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>Signaler %1</translation>
    </message>
    <message>
        <source>Report the message</source>
        <translation>Signaler le message</translation>
    </message>
    <message>
        <source>The administrators of this server read your report. Nobody else is told of it.</source>
        <translation>Les administrateurs de ce serveur lisent votre signalement. Personne d’autre n’en est informé.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Qu’est-ce qui ne va pas&#xa0;?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>The report is too long by %Ln characters.</source>
        <translation>
            <numerusform>Le signalement est trop long de %Ln caractère.</numerusform>
            <numerusform>Le signalement est trop long de %Ln caractères.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::RightPane</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>Hearth::RowToolbar</name>
    <message>
        <source>React (+)</source>
        <translation>Réagir (+)</translation>
    </message>
    <message>
        <source>Reply (R)</source>
        <translation>Répondre (R)</translation>
    </message>
    <message>
        <source>Open the thread (T)</source>
        <translation>Ouvrir le fil (T)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>Modifier (E)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Réagir avec %1</translation>
    </message>
</context>
<context>
    <name>Hearth::SafetyButtons</name>
    <message>
        <source>Report…</source>
        <translation>Signaler…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
    <message>
        <source>Block %1? They can no longer write to you directly, and see you as offline. They are not told.</source>
        <translation>Bloquer %1&#xa0;? Cette personne ne pourra plus vous écrire directement et vous verra hors ligne. Elle n’en est pas informée.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message>
        <source>Search messages</source>
        <translation>Rechercher des messages</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>Newer result (Shift+F3)</source>
        <translation>Résultat plus récent (Maj+F3)</translation>
    </message>
    <message>
        <source>Older result (F3)</source>
        <translation>Résultat plus ancien (F3)</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Messages trouvés</translation>
    </message>
    <message>
        <source>Messages before this day</source>
        <translation>Messages avant ce jour</translation>
    </message>
    <message>
        <source>Messages since this day</source>
        <translation>Messages depuis ce jour</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln results</source>
        <translation>
            <numerusform>Plus de %Ln résultat</numerusform>
            <numerusform>Plus de %Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>One result</source>
        <translation>Un résultat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: only messages stored on this computer were searched.</source>
        <translation>Vous êtes hors ligne&#xa0;: seuls les messages conservés sur cet ordinateur ont été parcourus.</translation>
    </message>
    <message>
        <source>The server could not search: %1</source>
        <translation>Le serveur n’a pas pu rechercher&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Words, “words in quotation marks”, and filters like from:ana, in:team, before:2026-03-01, has:image.</source>
        <translation>Des mots, «&#xa0;des mots entre guillemets&#xa0;» et des filtres comme from:ana, in:team, before:2026-03-01, has:image.</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>Aucun résultat pour «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPicker</name>
    <message>
        <source>Type the beginning of a name or a username.</source>
        <translation>Tapez le début d’un nom ou d’un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Nobody has a name that begins like this.</source>
        <translation>Personne n’a un nom qui commence ainsi.</translation>
    </message>
    <message>
        <source>The search did not work. %1</source>
        <translation>La recherche n’a pas fonctionné. %1</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Nom ou nom d’utilisateur</translation>
    </message>
</context>
<context>
    <name>Hearth::SelfBar</name>
    <message>
        <source>Status, appearance, signing out</source>
        <translation>Statut, apparence, déconnexion</translation>
    </message>
    <message>
        <source>%1, %2. Menu</source>
        <translation>%1, %2. Menu</translation>
    </message>
</context>
<context>
    <name>Hearth::SettingsDialog</name>
    <message>
        <source>Search settings</source>
        <translation>Rechercher dans les paramètres</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>No setting is called “%1”.</source>
        <translation>Aucun paramètre ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Hearth::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Envoyer le message</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>Nouvelle ligne dans le message</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Maj+Entrée</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Modifier votre dernier message</translation>
    </message>
    <message>
        <source>Up, in the empty field</source>
        <translation>Flèche haut, dans le champ vide</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
</context>
<context>
    <name>Hearth::Sidebar</name>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrer les conversations</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Start a conversation or a group</source>
        <translation>Démarrer une conversation ou un groupe</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>Rechercher «&#xa0;%1&#xa0;» dans les messages</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Pas encore de conversations</translation>
    </message>
    <message>
        <source>Find somebody and say hello.</source>
        <translation>Trouvez quelqu’un et dites bonjour.</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Démarrer une conversation</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No conversation is called “%1”.</source>
        <translation>Aucune conversation ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Everything is archived</source>
        <translation>Tout est archivé</translation>
    </message>
    <message>
        <source>Archived conversations are under “More”.</source>
        <translation>Les conversations archivées sont sous «&#xa0;Plus&#xa0;».</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Tout est lu</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>Il n’y a rien de nouveau.</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>Aucune mention</translation>
    </message>
    <message>
        <source>Nobody has mentioned you in something you have not read.</source>
        <translation>Personne ne vous a mentionné dans quelque chose que vous n’avez pas lu.</translation>
    </message>
    <message>
        <source>No direct conversations</source>
        <translation>Aucune conversation directe</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Aucun groupe</translation>
    </message>
    <message>
        <source>Start one with Ctrl+Shift+N.</source>
        <translation>Créez-en un avec Ctrl+Maj+N.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Rien n’est archivé</translation>
    </message>
    <message>
        <source>What you archive leaves the list and is kept here.</source>
        <translation>Ce que vous archivez quitte la liste et est conservé ici.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInAgainDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>The session of %1 at %2 has ended. Your drafts and unsent messages are kept.</source>
        <translation>La session de %1 sur %2 est terminée. Vos brouillons et messages non envoyés sont conservés.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Use a token instead of the password</source>
        <translation>Utiliser un jeton au lieu du mot de passe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Retour (Échap)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Créer un compte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Nom que voient les autres</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Enter your username.</source>
        <translation>Entrez votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Entrez votre mot de passe.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>Le mot de passe est trop court&#xa0;: il faut au moins %1 caractères.</translation>
    </message>
    <message>
        <source>Invite code, if one is needed</source>
        <translation>Code d’invitation, s’il en faut un</translation>
    </message>
    <message>
        <source>Sign in with a token</source>
        <translation>Se connecter avec un jeton</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>An access token that you were given</source>
        <translation>Un jeton d’accès qui vous a été donné</translation>
    </message>
    <message>
        <source>Paste your token.</source>
        <translation>Collez votre jeton.</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>Se connecter avec un mot de passe</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Paramètres (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>Hearth::SpellingMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Ajouter au dictionnaire</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>Check while typing</source>
        <translation>Vérifier pendant la saisie</translation>
    </message>
</context>
<context>
    <name>Hearth::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Clear what is stored</source>
        <translation>Vider ce qui est conservé</translation>
    </message>
    <message>
        <source>They are read from here at once and without a connection. After clearing they come from the server again; drafts and what waits to be sent stay.</source>
        <translation>Ils sont lus d’ici tout de suite et sans connexion. Une fois vidés, ils reviennent du serveur&#xa0;; les brouillons et ce qui attend d’être envoyé restent.</translation>
    </message>
    <message>
        <source>It could not be cleared. %1</source>
        <translation>Impossible de vider. %1</translation>
    </message>
    <message>
        <source>Messages and files stored on this computer</source>
        <translation>Messages et fichiers conservés sur cet ordinateur</translation>
    </message>
    <message>
        <source>cache disk space size clean delete database offline pictures</source>
        <translation>cache disque espace taille nettoyer supprimer base de données hors ligne images</translation>
    </message>
</context>
<context>
    <name>Hearth::ThreadPane</name>
    <message>
        <source>Reply in the thread</source>
        <translation>Répondre dans le fil</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelinePane</name>
    <message>
        <source>Loading messages…</source>
        <translation>Chargement des messages…</translation>
    </message>
    <message>
        <source>This thread is not stored on this computer. It is shown when you are back online.</source>
        <translation>Ce fil n’est pas conservé sur cet ordinateur. Il s’affichera quand vous serez de nouveau en ligne.</translation>
    </message>
    <message>
        <source>The messages could not be loaded.</source>
        <translation>Les messages n’ont pas pu être chargés.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No messages yet. Say hello.</source>
        <translation>Pas encore de messages. Dites bonjour.</translation>
    </message>
    <message>
        <source>No messages yet. Say hello to %1.</source>
        <translation>Pas encore de messages. Dites bonjour à %1.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Ouvrir ce lien&#xa0;?</translation>
    </message>
    <message>
        <source>The text of this link does not say where it leads:</source>
        <translation>Le texte de ce lien ne dit pas où il mène&#xa0;:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Read by %1 of %2</source>
        <translation>Lu par %1 sur %2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Distribué</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Réagir…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin for everybody</source>
        <translation>Épingler pour tous</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Versions précédentes…</translation>
    </message>
    <message>
        <source>Who has read it…</source>
        <translation>Qui l’a lu…</translation>
    </message>
    <message>
        <source>Report the message…</source>
        <translation>Signaler le message…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an emoji, and who reacted with it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>en réponse à %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln réponse</numerusform>
            <numerusform>%Ln réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Read up to here by %1</source>
        <translation>Lu jusqu’ici par %1</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Copy link to the message</source>
        <translation>Copier le lien vers le message</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day of this year, QDate format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year, QDate format</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Mark unread from here</source>
        <translation>Marquer comme non lu à partir d’ici</translation>
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
            <numerusform>Hearth&#xa0;: %Ln non lu</numerusform>
            <numerusform>Hearth&#xa0;: %Ln non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Hearth</source>
        <translation>Ouvrir Hearth</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Hearth::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
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
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions précédentes</translation>
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
        <translation>Démarrer une conversation…</translation>
    </message>
    <message>
        <source>Start a group…</source>
        <translation>Créer un groupe…</translation>
    </message>
    <message>
        <source>Go to a conversation…</source>
        <translation>Aller à une conversation…</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversation précédente</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversation suivante</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrer les conversations</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>Hearth::WorkspacePanes</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Info about the conversation</source>
        <translation>Informations sur la conversation</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Aller à une date…</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>Conversation non lue précédente</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Conversation non lue suivante</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Pin the conversation</source>
        <translation>Épingler la conversation</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>Mettre la conversation en sourdine</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Archiver la conversation</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Afficher le message</translation>
    </message>
    <message>
        <source>This message is not stored on this computer. It can be shown when you are back online, unless it was deleted.</source>
        <translation>Ce message n’est pas conservé sur cet ordinateur. Il pourra être affiché quand vous serez de nouveau en ligne, s’il n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>The day could not be found. %1</source>
        <translation>Le jour n’a pas été trouvé. %1</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Message direct</translation>
    </message>
</context>
<context>
    <name>Hearth::WritingPage</name>
    <message>
        <source>Writing and keys</source>
        <translation>Saisie et touches</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Entrée envoie, Maj+Entrée commence une ligne</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Ctrl+Entrée envoie, Entrée commence une ligne</translation>
    </message>
    <message>
        <source>The key that sends</source>
        <translation>La touche qui envoie</translation>
    </message>
    <message>
        <source>return control composer keyboard shortcut message line break</source>
        <translation>retour ctrl champ clavier raccourci message saut de ligne</translation>
    </message>
    <message>
        <source>All keys are shown by Ctrl+/.</source>
        <translation>Ctrl+/ montre toutes les touches.</translation>
    </message>
    <message>
        <source>Check spelling while typing</source>
        <translation>Vérifier l’orthographe pendant la saisie</translation>
    </message>
    <message>
        <source>spell check typos mistakes correction words</source>
        <translation>correcteur orthographique fautes de frappe erreurs correction mots</translation>
    </message>
    <message>
        <source>No dictionaries are installed on this computer.</source>
        <translation>Aucun dictionnaire n’est installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Languages of the spelling</source>
        <translation>Langues de l’orthographe</translation>
    </message>
    <message>
        <source>dictionary dictionaries hunspell spell check</source>
        <translation>dictionnaire dictionnaires hunspell correcteur</translation>
    </message>
    <message>
        <source>A word is right when it is right in one of them. Dictionaries are those of the system.</source>
        <translation>Un mot est juste s’il l’est dans l’une d’elles. Les dictionnaires sont ceux du système.</translation>
    </message>
</context>
<context>
    <name>MuteChoice</name>
    <message>
        <source>For an hour</source>
        <translation>Pendant une heure</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>Pendant 8 heures</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Pendant un jour</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Pendant une semaine</translation>
    </message>
    <message>
        <source>Until I turn it on again</source>
        <translation>Jusqu’à ce que je réactive</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tous les messages</translation>
    </message>
    <message>
        <source>Mentions and replies</source>
        <translation>Mentions et réponses</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln nouveau message</numerusform>
            <numerusform>%Ln nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is something new for you.</source>
        <translation>Il y a du nouveau pour vous.</translation>
    </message>
</context>
<context>
    <name>PaneRow</name>
    <message>
        <source>Message without text</source>
        <translation>Message sans texte</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lu</translation>
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
        <translation>%1 écrit</translation>
    </message>
    <message>
        <source>%1 and %2 are typing</source>
        <translation>%1 et %2 écrivent</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are typing</source>
        <translation>%1, %2 et %3 écrivent</translation>
    </message>
    <message>
        <source>Several people are typing</source>
        <translation>Plusieurs personnes écrivent</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
</context>
<context>
    <name>RegistryAutostart</name>
    <message>
        <source>The registry could not be changed.</source>
        <translation>Le registre n’a pas pu être modifié.</translation>
    </message>
</context>
<context>
    <name>SealedFile</name>
    <message>
        <source>The encrypted file is damaged.</source>
        <translation>Le fichier chiffré est endommagé.</translation>
    </message>
    <message>
        <source>There is too little memory to open the file.</source>
        <translation>La mémoire ne suffit pas pour ouvrir le fichier.</translation>
    </message>
    <message>
        <source>This computer cannot encrypt the file.</source>
        <translation>Cet ordinateur ne peut pas chiffrer le fichier.</translation>
    </message>
    <message>
        <source>There is no encrypted file.</source>
        <translation>Il n’y a pas de fichier chiffré.</translation>
    </message>
    <message>
        <source>A newer Hearth wrote the encrypted file.</source>
        <translation>Un Hearth plus récent a écrit le fichier chiffré.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file.</source>
        <translation>Cette phrase de passe n’ouvre pas le fichier.</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>a file</source>
        <translation>un fichier</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>une vidéo</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>un enregistrement</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>un lien</translation>
    </message>
    <message>
        <source>a reaction</source>
        <translation>une réaction</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>des réponses</translation>
    </message>
    <message>
        <source>a pin</source>
        <translation>une épingle</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglé</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>une réponse</translation>
    </message>
    <message>
        <source>a mention of you</source>
        <translation>une mention de vous</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De&#xa0;: %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>Dans&#xa0;: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Après&#xa0;: %1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>Contient&#xa0;: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Est&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>Sauf&#xa0;: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Dans</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Avant…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Après…</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Est</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>This is not a server address. Write it like chat.example.org.</source>
        <translation>Ce n’est pas une adresse de serveur. Écrivez-la comme chat.example.org.</translation>
    </message>
</context>
<context>
    <name>XdgAutostart</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
</context>
</TS>
