package axial.extensions.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Signatures after Ed25519 (RFC 8032), by the JDK. */
final class Ed25519 {

  private static final String NAME = "Ed25519";

  private Ed25519() {}

  static KeyPair make() {
    try {
      return KeyPairGenerator.getInstance(NAME).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw missing(impossible);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (InvalidKeyException wrong) {
      throw wrong;
    } catch (GeneralSecurityException impossible) {
      throw missing(impossible);
    }
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException forged) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw missing(impossible);
    }
  }

  /** The public key of an X.509 encoding; nothing for any other bytes. */
  static Optional<PublicKey> publicKey(byte[] encoded) {
    try {
      PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      return key instanceof EdECPublicKey ed
              && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())
          ? Optional.of(key)
          : Optional.empty();
    } catch (InvalidKeySpecException none) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw missing(impossible);
    }
  }

  /** The private key of a PKCS 8 encoding; nothing for any other bytes. */
  static Optional<PrivateKey> privateKey(byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (InvalidKeySpecException none) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw missing(impossible);
    }
  }

  /** Bytes of a text in base 64, blanks and line ends passed over; nothing for any other text. */
  static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static IllegalStateException missing(GeneralSecurityException cause) {
    return new IllegalStateException("This Java has no Ed25519; JDK 15 and later have.", cause);
  }
}
